import type { ArticleSummary } from '@/lib/kb/articles/article'

/** `Last rollup for SP1`: the newest update of a series that a later one follows. */
export function nameLastUpdate({ kind, seriesName }: Pick<ArticleSummary, 'kind' | 'seriesName'>): string {
  return `Last ${kind === 'update-rollup' ? 'rollup' : 'update'} ${seriesName ? `for ${seriesName}` : 'in its series'}`
}
