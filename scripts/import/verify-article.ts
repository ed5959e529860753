import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LegacyFormat } from '@/lib/legacy-import/formats'
import { type LearnTree, NO_TREE } from '@/lib/legacy-import/learn/tree'
import { decodeLegacyText } from '@/lib/legacy-import/shared/decode'
import type { Problem } from '@/lib/legacy-import/shared/legacy-record'
import { measureWordRecall } from '@/lib/legacy-import/shared/word-recall'

/** How many words of an article's source are in its Markdown. */
export interface ArticleRecall {
  readonly file: string
  readonly number: KbNumber
  readonly total: number
  readonly found: number
  /** The first hundred missing words, each as often as it is missing. */
  readonly lost: readonly string[]
  /** The problems of the file that may explain it. */
  readonly reason: string
}

/** A file and one article that was made from it. */
export interface ArticleToVerify {
  readonly file: string
  readonly bytes: Uint8Array
  readonly format: LegacyFormat | undefined
  readonly number: KbNumber
  readonly markdown: string
  readonly problems: readonly Problem[]
  readonly tree?: LearnTree
}

/** Looks for every word of the source in the Markdown. Gives `undefined` for a format that cannot be measured. */
export function verifyArticle({ file, bytes, format, number, markdown, problems, tree = NO_TREE }: ArticleToVerify) {
  if (!format?.sourceWords) return undefined
  const { total, found, lost } = measureWordRecall(
    format.sourceWords(decodeLegacyText(bytes, file).text, file, tree),
    markdown,
  )
  const reason = [...new Set(problems.map(({ what, handled }) => `${what} ${handled}`))].join(' ') || UNEXPLAINED
  const recall: ArticleRecall = { file, number, total, found, lost: lost.slice(0, 100), reason }
  return recall
}

const UNEXPLAINED = 'No reported problem explains this. Compare the file with its article.'
