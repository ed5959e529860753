import type { Paste } from '@/lib/check/parse-paste'
import type { PasteVerdict } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/open'

/** Finds the articles about what the text says, best first, and the signatures by which they were found. */
export function matchArticles(_index: IndexDatabase, _paste: Paste): Pick<PasteVerdict, 'signatures' | 'articles'> {
  return { signatures: [], articles: [] }
}
