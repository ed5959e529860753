import { articlePath } from '@/lib/content/write-article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import type { FileResult, FinishedArticle, FinishedPicture } from './convert-batch'
import type { ImportProblem } from './import-problem'
import type { OutputFolder, Placement } from './output-folder'
import type { ArticleRecall } from './verify-article'

/** What an import has done so far. Problems are in the order of the inputs. */
export interface TallyResult {
  readonly files: number
  /** Pictures that lie beside the articles now. */
  readonly pictures: number
  readonly placements: Readonly<Record<Placement, number>>
  readonly problems: readonly ImportProblem[]
  readonly words: WordCount
}

/** The words that `--verify` looked for, and the articles that lack some of them. */
interface WordCount {
  readonly articles: number
  readonly total: number
  readonly found: number
  readonly incomplete: readonly ArticleRecall[]
}

/** Counts what becomes of the files of an import. They are added in the order of the inputs, which decides what is first. */
export interface ImportTally {
  add(result: FileResult | ImportProblem): void
  articles(): number
  result(): TallyResult
}

/** Starts counting. The first article of each number is placed in `output`. */
export function createImportTally(output: OutputFolder): ImportTally {
  let files = 0
  let pictures = 0
  const placements: Record<Placement, number> = { written: 0, unchanged: 0, older: 0, kept: 0, blocked: 0 }
  const problems: ImportProblem[] = []
  const incomplete: ArticleRecall[] = []
  const words = { articles: 0, total: 0, found: 0, incomplete }
  const origins = new Map<KbNumber, Origin>()

  const addArticle = (article: FinishedArticle, origin: Origin) => {
    const earlier = origins.get(article.number)
    if (earlier) {
      problems.push(duplicateProblem(article, origin, earlier))
      return
    }
    const { input, name, sourceSha256 } = origin
    origins.set(article.number, { input, name, sourceSha256 })
    const placement = output.place(article)
    placements[placement]++
    if (placement !== 'written' && placement !== 'unchanged')
      problems.push(placementProblem(article, origin, placement))
  }
  const addPicture = (picture: FinishedPicture, { input, name }: Origin) => {
    const placement = output.placePicture(picture)
    if (placement === 'written' || placement === 'unchanged') pictures++
    else problems.push(pictureProblem(picture, { input, name }, placement))
  }
  const addFile = (file: FileResult) => {
    files++
    for (const problem of file.problems) problems.push({ ...problem, input: file.input })
    for (const article of file.articles) addArticle(article, file)
    if (file.picture) addPicture(file.picture, file)
    for (const recall of file.recalls) {
      words.articles++
      words.total += recall.total
      words.found += recall.found
      if (recall.found < recall.total || recall.facts.length > 0) incomplete.push(recall)
    }
  }
  return {
    add: (result) => ('refused' in result ? problems.push(result) : addFile(result)),
    articles: () => origins.size,
    result: () => ({ files, pictures, placements, problems, words }),
  }
}

type Origin = Pick<FileResult, 'input' | 'name' | 'sourceSha256'>

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
      ? 'The two files are identical, so this copy was skipped.'
      : 'Only the first one, in input order, was imported.',
    refused: !isCopy,
  }
}

const PLACEMENT_PROBLEMS = {
  kept: {
    kind: 'edited-file',
    what: 'was edited after the import, or was not created by the importer.',
    handled: 'It was left unchanged. To get the imported text, move the file away and run the import again.',
    refused: false,
  },
  older: {
    kind: 'older-snapshot',
    what: 'has a later text.',
    handled: 'It stays, and this text became part of its history.',
    refused: false,
  },
  blocked: {
    kind: 'blocked-path',
    what: 'cannot be written, because something else, such as a link, is in its place.',
    handled: 'The article was not imported. Move away what is there and run the import again.',
    refused: true,
  },
} as const

function placementProblem(
  article: FinishedArticle,
  { input, name }: Origin,
  placement: keyof typeof PLACEMENT_PROBLEMS,
): ImportProblem {
  const problem = PLACEMENT_PROBLEMS[placement]
  const { number } = article
  const what = `The file "${articlePath(number, article.name)}" ${problem.what}`
  return { ...problem, input, file: name, line: 1, number, what }
}

function pictureProblem(
  { path }: FinishedPicture,
  { input, name }: Pick<Origin, 'input' | 'name'>,
  placement: keyof typeof PLACEMENT_PROBLEMS,
): ImportProblem {
  const problem = PLACEMENT_PROBLEMS[placement]
  return { ...problem, input, file: name, line: 1, what: `The file "${path}" ${problem.what}` }
}
