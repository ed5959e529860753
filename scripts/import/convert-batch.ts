import { createHash } from 'node:crypto'
import { readPictureHead } from '@/lib/content/pictures/picture-size'
import { dayOfText } from '@/lib/kb/articles/edition'
import { frontMatterSchema } from '@/lib/kb/articles/front-matter'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { type ConvertedArticle, convertLegacyFile, LEFT_OUT } from '@/lib/legacy-import/convert-legacy-file'
import { isPictureName, picturePath } from '@/lib/legacy-import/learn/pictures'
import type { LearnTree } from '@/lib/legacy-import/learn/tree'
import type { FileProblem, ImportProblem } from './import-problem'
import { type InputFile, type InputItem, isInputFile } from './input-file'
import { type ArticleRecall, verifyArticle } from './verify-article'

/** An article that is ready to be written. */
export interface FinishedArticle {
  readonly number: KbNumber
  /** The name of an article without a number. */
  readonly name?: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  /** The day of the text, where it is known. */
  readonly day?: string
}

/** A picture with the path that it gets below the output folder. */
export interface FinishedPicture {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The articles and problems of one file; the problems are in the order of its lines. */
export interface FileResult {
  readonly input: string
  readonly name: string
  readonly sourceSha256: string
  readonly articles: readonly FinishedArticle[]
  readonly problems: readonly FileProblem[]
  /** A picture of a repository, to be copied beside the articles. */
  readonly picture?: FinishedPicture
  /** With `--verify`, the word recall of the articles for which it can be measured. */
  readonly recalls: readonly ArticleRecall[]
}

/**
 * Converts the files of a batch; problems in it stay in their places. A fault in one file becomes its problem and does not
 * affect the others.
 */
export function convertBatch(
  items: readonly InputItem[],
  { verify, trees }: { verify: boolean; trees: ReadonlyMap<string, LearnTree> },
): (FileResult | ImportProblem)[] {
  return items.map((item) => (isInputFile(item) ? convertFile(item, verify, trees.get(item.input)) : item))
}

function convertFile(file: InputFile, verify: boolean, tree?: LearnTree): FileResult {
  const { input, name, bytes } = file
  if (tree && isPictureName(name)) return copyPicture(file, tree)
  try {
    const { articles, problems, format } = convertLegacyFile({ bytes, file: name, tree })
    const invalid = articles.flatMap((article) => findInvalid(article, name))
    const finished = articles.filter(({ number }) => invalid.every((problem) => problem.number !== number))
    const refused = articles.length === 0
    const recalls = verify
      ? finished.flatMap((article) => verifyArticle({ ...article, file: name, bytes, format, problems, tree }) ?? [])
      : []
    return {
      input,
      name,
      sourceSha256: sha256(bytes),
      articles: finished.map(finishArticle),
      problems: [
        ...problems.map((problem) => ({ ...problem, refused: refused && problem.kind !== LEFT_OUT })),
        ...invalid,
      ],
      recalls,
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return failedFile(file, `The converter failed with "${error.message}".`)
  }
}

/** Takes a picture as it is, if its bytes are those of a picture. */
function copyPicture({ input, name, bytes }: InputFile, tree: LearnTree): FileResult {
  const result = { input, name, sourceSha256: sha256(bytes), articles: [], recalls: [] }
  if (readPictureHead(bytes)) {
    const path = picturePath(tree.prefix + name, tree)
    return { ...result, problems: [], picture: { path, bytes, sha256: result.sourceSha256 } }
  }
  const what = 'The file is no picture, whatever its name says.'
  return {
    ...result,
    problems: [{ file: name, line: 1, kind: 'no-picture', what, handled: 'It was not copied.', refused: true }],
  }
}

/** Builds the result of a file on which the converter itself failed. */
export function failedFile({ input, name }: InputFile, what: string): FileResult {
  const handled = 'The file was not imported; please report this as a bug.'
  const problem = { file: name, line: 1, kind: 'converter-failed', what, handled, refused: true }
  return { input, name, sourceSha256: '', articles: [], problems: [problem], recalls: [] }
}

/** Finds articles that the content check would reject; they are not written. */
function findInvalid({ number, record }: ConvertedArticle, file: string): FileProblem[] {
  const checked = frontMatterSchema.safeParse(record.frontMatter)
  if (checked.success) return []
  const issue = checked.error.issues[0]
  const what = `The front matter of ${formatKbNumber(number)} would not be valid (${issue?.path.join('.')}: ${issue?.message}).`
  const handled = 'The article was not imported; please report this as a bug.'
  return [{ file, line: 1, number, kind: 'invalid-front-matter', what, handled, refused: true }]
}

function finishArticle({ number, markdown, record }: ConvertedArticle): FinishedArticle {
  const bytes = new TextEncoder().encode(markdown)
  const { name } = record.frontMatter
  return { number, name, bytes, sha256: sha256(bytes), day: dayOfText(record.frontMatter) }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
