import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LegacyFormat } from '@/lib/legacy-import/detect-format'
import { jekyllSourceWords } from '@/lib/legacy-import/jekyll/source-words'
import { pageSourceWords } from '@/lib/legacy-import/page/source-words'
import { decodeLegacyText } from '@/lib/legacy-import/shared/decode'
import type { Problem } from '@/lib/legacy-import/shared/legacy-record'
import { measureWordRecall, type SourceWords, txtSourceWords } from '@/lib/legacy-import/shared/word-recall'

/** How many words of an article's source its Markdown has. */
export interface ArticleRecall {
  readonly file: string
  readonly number: KbNumber
  readonly total: number
  readonly found: number
  /** The words that are missing, each as often as it is missing; the first hundred of them. */
  readonly lost: readonly string[]
  /** Why they are missing, as far as the problems of the file tell it. */
  readonly reason: string
}

/** What is looked at: a file and one article that was made of it. */
export interface ArticleToVerify {
  readonly file: string
  readonly bytes: Uint8Array
  readonly format: LegacyFormat
  readonly number: KbNumber
  readonly markdown: string
  readonly problems: readonly Problem[]
}

/** Looks for every word of the source in the Markdown; `undefined` for a format whose words are not told apart. */
export function verifyArticle({ file, bytes, format, number, markdown, problems }: ArticleToVerify) {
  const sourceWords = SOURCE_WORDS[format]
  if (sourceWords === undefined) return undefined
  const { total, found, lost } = measureWordRecall(sourceWords(decodeLegacyText(bytes, file).text), markdown)
  const reason = [...new Set(problems.map(({ what, handled }) => `${what} ${handled}`))].join(' ') || UNEXPLAINED
  const recall: ArticleRecall = { file, number, total, found, lost: lost.slice(0, 100), reason }
  return recall
}

const UNEXPLAINED = 'No problem of the file explains it. Compare the file with its article.'

/** Saved HTML is not among them: its words are told from its furniture only by the reader that would be measured. */
const SOURCE_WORDS: Partial<Record<LegacyFormat, (text: string) => SourceWords>> = {
  txt: txtSourceWords,
  jekyll: jekyllSourceWords,
  'page-text': pageSourceWords,
}
