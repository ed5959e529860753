import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { LegacyFormat } from '@/lib/legacy-import/formats'
import { countFacts } from '@/lib/legacy-import/learn/source-facts'
import { splitFrontMatter } from '@/lib/legacy-import/learn/survey-file'
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
  /** What else differs, such as `tables: 3 of 4`. */
  readonly facts: readonly string[]
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

/** Looks for every word of the source in the Markdown, and counts what else it must have. Gives `undefined` for a format that cannot be measured. */
export function verifyArticle({ file, bytes, format, number, markdown, problems, tree = NO_TREE }: ArticleToVerify) {
  if (!format?.sourceWords) return undefined
  const { text } = decodeLegacyText(bytes, file)
  const { total, found, lost } = measureWordRecall(format.sourceWords(text, file, tree), markdown)
  const expected = Object.entries(format.sourceFacts?.(text, file, tree) ?? {})
  const present = new Map(Object.entries(expected.length > 0 ? countFacts(bodyOf(markdown)) : {}))
  const facts = expected
    .filter(([name, count]) => (present.get(name) ?? 0) < count)
    .map(([name, count]) => `${name}: ${present.get(name)} of ${count}`)
  const reason = [...new Set(problems.map(({ what, handled }) => `${what} ${handled}`))].join(' ') || UNEXPLAINED
  const recall: ArticleRecall = { file, number, total, found, lost: lost.slice(0, 100), facts, reason }
  return recall
}

function bodyOf(markdown: string): string {
  return splitFrontMatter(markdown)?.body ?? markdown
}

const UNEXPLAINED = 'No reported problem explains this. Compare the file with its article.'
