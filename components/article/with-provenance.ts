import type { Provenance } from '@/lib/kb/articles/article-kinds'

/** Gives the text that other sites show of an article; that of a reconstruction says so first. */
export function withProvenance(description: string, provenance: Provenance | undefined): string | undefined {
  if (description === '') return undefined
  return provenance === 'reconstructed' ? `Reconstructed. ${description}` : description
}
