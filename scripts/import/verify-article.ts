import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LegacyFormat } from '@/lib/legacy-import/detect-format'
import { jekyllSourceWords } from '@/lib/legacy-import/jekyll/source-words'
import { pageSourceWords } from '@/lib/legacy-import/page/source-words'
import { decodeLegacyText } from '@/lib/legacy-import/shared/decode'
import type { Problem } from '@/lib/legacy-import/shared/legacy-record'
import { measureWordRecall, type SourceWords, txtSourceWords } from '@/lib/legacy-import/shared/word-recall'

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
  readonly format: LegacyFormat
  readonly number: KbNumber
  readonly markdown: string
  readonly problems: readonly Problem[]
}

/** Looks for every word of the source in the Markdown. Gives `undefined` for a format that cannot be measured. */
export function verifyArticle({ file, bytes, format, number, markdown, problems }: ArticleToVerify) {
  const sourceWords = SOURCE_WORDS[format]
  if (sourceWords === undefined) return undefined
  const { total, found, lost } = measureWordRecall(sourceWords(decodeLegacyText(bytes, file).text), markdown)
  const reason = [...new Set(problems.map(({ what, handled }) => `${what} ${handled}`))].join(' ') || UNEXPLAINED
  const recall: ArticleRecall = { file, number, total, found, lost: lost.slice(0, 100), reason }
  return recall
}

const UNEXPLAINED = 'No reported problem explains this. Compare the file with its article.'

/** Saved HTML is missing: only the reader that would be measured can separate its words from the page around them. */
const SOURCE_WORDS: Partial<Record<LegacyFormat, (text: string) => SourceWords>> = {
  txt: txtSourceWords,
  jekyll: jekyllSourceWords,
  'page-text': pageSourceWords,
}
