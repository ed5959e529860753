import { articlePath } from '@/lib/content/write-article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { FileResult, FinishedArticle } from './convert-batch'
import type { ImportProblem } from './import-problem'
import type { InputFile } from './input-file'
import type { OutputFolder, Placement } from './output-folder'
import type { ArticleRecall } from './verify-article'

/** What was done so far. Problems are in the order of the inputs, whichever thread found them. */
export interface LedgerResult {
  readonly files: number
  readonly placements: Readonly<Record<Placement, number>>
  readonly problems: readonly ImportProblem[]
  readonly words: WordCount
}

/** The words that `--verify` looked for and found again, and the articles that lack some. */
export interface WordCount {
  readonly articles: number
  readonly total: number
  readonly found: number
  readonly incomplete: readonly ArticleRecall[]
}

/** Takes the files of an import in the order of the inputs, which alone decides what is first. */
export interface ImportLedger {
  enterProblem(problem: ImportProblem): void
  enterFile(file: InputFile, result: FileResult): void
  articles(): number
  result(): LedgerResult
}

/** Opens the ledger of an import; each article that is the first of its number is placed in `output`. */
export function openImportLedger(output: OutputFolder): ImportLedger {
  let files = 0
  const placements: Record<Placement, number> = { written: 0, unchanged: 0, kept: 0, blocked: 0 }
  const problems: ImportProblem[] = []
  const incomplete: ArticleRecall[] = []
  const words = { articles: 0, total: 0, found: 0, incomplete }
  const origins = new Map<KbNumber, Origin>()

  const enterArticle = (article: FinishedArticle, origin: Origin) => {
    const earlier = origins.get(article.number)
    if (earlier) {
      problems.push(duplicateProblem(article, origin, earlier))
      return
    }
    origins.set(article.number, origin)
    const placement = output.place(article)
    placements[placement]++
    if (placement === 'kept' || placement === 'blocked') problems.push(placementProblem(article, origin, placement))
  }
  return {
    enterProblem: (problem) => problems.push(problem),
    enterFile({ input, name }, { sourceSha256, problems: found, articles, recalls }) {
      files++
      for (const problem of found) problems.push({ ...problem, input })
      for (const article of articles) enterArticle(article, { input, name, sourceSha256 })
      for (const recall of recalls) {
        words.articles++
        words.total += recall.total
        words.found += recall.found
        if (recall.found < recall.total) incomplete.push(recall)
      }
    },
    articles: () => origins.size,
    result: () => ({ files, placements, problems, words }),
  }
}

/** Where the article of a number came from. */
interface Origin {
  readonly input: string
  readonly name: string
  readonly sourceSha256: string
}

function duplicateProblem({ number }: FinishedArticle, origin: Origin, earlier: Origin): ImportProblem {
  const { input, name } = origin
  const isCopy = origin.sourceSha256 === earlier.sourceSha256 && (input !== earlier.input || name !== earlier.name)
  return {
    input,
    file: name,
    line: 1,
    number,
    kind: isCopy ? 'duplicate-copy' : 'duplicate-number',
    what: `${formatKbNumber(number)} was already imported from "${earlier.name}" in "${earlier.input}".`,
    handled: isCopy
      ? 'The files are the same byte for byte, so this copy was skipped.'
      : 'The first in the order of the inputs counts; this one was not imported.',
    refused: !isCopy,
  }
}

const PLACEMENT_PROBLEMS = {
  kept: {
    kind: 'edited-file',
    what: 'was edited by a person after it was imported, or was not made by the importer.',
    handled: 'It was left as it is; move it away and run the import again to have the imported text.',
    refused: false,
  },
  blocked: {
    kind: 'blocked-path',
    what: 'cannot be written, because a link or something else that is no file or folder is in its place.',
    handled: 'The article was not imported; move away what is there and run the import again.',
    refused: true,
  },
} as const

function placementProblem(
  { number }: FinishedArticle,
  { input, name }: Origin,
  placement: keyof typeof PLACEMENT_PROBLEMS,
): ImportProblem {
  const problem = PLACEMENT_PROBLEMS[placement]
  const what = `The file "${articlePath(number)}" ${problem.what}`
  return { ...problem, input, file: name, line: 1, number, what }
}
