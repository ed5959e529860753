import { threadId } from 'node:worker_threads'
import { packText } from '@/lib/content/kept-texts'
import type { ArticleFile } from '@/lib/content/list-article-files'
import { findAttachments } from '@/lib/content/pictures/find-attachments'
import { findPictures } from '@/lib/content/pictures/find-pictures'
import { readArticleSync } from '@/lib/content/read-article'
import type { FormerBody } from '@/lib/content/read-editions'
import { isSeriesFile, readSeriesFileSync, type SeriesInFile } from '@/lib/content/read-series-file'
import { isSiteFile, readSiteFileSync, type SiteInFile } from '@/lib/content/read-site-file'
import type { FoundPictures, IndexedFacts } from '@/lib/kb/article-facts'
import type { Article, ArticleFacts, ArticleHead } from '@/lib/kb/articles/article'
import type { Edition } from '@/lib/kb/articles/edition'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import { setNumberPrefix } from '@/lib/kb/numbers/number-prefix'
import type { SiteReading } from '@/lib/kb/site-file'
import type { SearchDocument } from '@/lib/kb-index/search/documents/search-document'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { TookTooLong, withinSeconds } from '@/scripts/shared/within-seconds'
import { extractFacts } from './extract-facts'
import { type FilesInHand, noteInHand } from './files-in-hand'
import { findEditions } from './find-editions'
import { proveRendering } from './prove-rendering'

/** A file and what was read from it: an article with its facts, update series, the site, or a problem. */
export interface ReadFile {
  readonly file: ArticleFile
  readonly result:
    | {
        readonly article: ArticleHead
        /** Packed; absent unless it was asked for. */
        readonly text?: Uint8Array
        readonly facts: IndexedFacts
        readonly found: FoundPictures
        readonly editions: readonly Edition[]
        readonly document: SearchDocument
      }
    | { readonly series: readonly SeriesInFile[] }
    | { readonly site: SiteInFile }
    | { readonly problems: readonly Problem[] }
}

/** A file, and its place among all that are read. */
export interface FileToRead {
  readonly file: ArticleFile
  readonly place: number
  /** What it was in commits of Git, oldest first. */
  readonly former?: readonly FormerBody[]
}

export interface ReadingOptions {
  readonly contentDir: string
  /** A file that takes longer becomes a problem. */
  readonly secondsPerFile: number
  readonly inHand: FilesInHand
  /** What the site says of how its articles are read. */
  readonly site?: SiteReading
  /** Gives the texts of articles, too. */
  readonly withTexts?: boolean
}

type Documents = ReturnType<typeof sqliteEngine.makeDocuments>

/** What this thread makes of articles in one run. */
const making = new WeakMap<ReadingOptions, Documents>()

/** Reads the files of a batch. This is what the threads of `read-files.ts` do. */
export function readBatch(files: readonly FileToRead[], options: ReadingOptions): (ReadFile | undefined)[] {
  setNumberPrefix(options.site?.prefix)
  const results: (ReadFile | undefined)[] = []
  const documents = documentsFor(files, options)
  const readRest = () => {
    for (const file of files.slice(results.length)) results.push(readFile(file, options, documents))
  }
  // One clock for all, since a clock for each file would cost as much as a short article. A file is to blame if it has had
  // the whole time of a clock for itself.
  while (results.length < files.length) {
    const next = results.length
    try {
      withinSeconds(options.secondsPerFile, readRest)
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error
      const file = files[next]
      if (results.length > next || !file) continue
      results.push(tooCostly(file, error.message))
    }
  }
  noteInHand(options.inHand)
  if (results.some((read) => read && 'document' in read.result)) documents.endBatch()
  return results
}

/** A file alone may be one of a batch that was lost, and is then written before what this thread made earlier. */
function documentsFor(files: readonly FileToRead[], options: ReadingOptions): Documents {
  if (files.length === 1) return sqliteEngine.makeDocuments()
  const documents = making.get(options) ?? sqliteEngine.makeDocuments(threadId)
  making.set(options, documents)
  return documents
}

/** Gives the problem of a file that cannot be read in reasonable time or memory. */
export function tooCostly({ file }: FileToRead, what: string): ReadFile {
  const advice = 'Split the article, or remove what is repeated in it.'
  return { file, result: { problems: [{ file: file.path, line: 1, message: `Reading the file ${what}. ${advice}` }] } }
}

/** Reads one file, or gives `undefined` if it has been deleted since it was listed. Faults are thrown. */
function readFile(
  { file, place, former }: FileToRead,
  { contentDir, inHand, site, withTexts }: ReadingOptions,
  documents: Documents,
): ReadFile | undefined {
  noteInHand(inHand, place)
  try {
    if (isSeriesFile(file.path)) return { file, result: { series: readSeriesFileSync(contentDir, file.path) } }
    if (isSiteFile(file.path)) return { file, result: { site: readSiteFileSync(contentDir, file.path) } }
    const { article, text } = readArticleSync(contentDir, file.path, site?.frontMatter)
    // What another thread does not need would take as long to send as to read.
    const { body: _body, ...head } = article
    const { blocks, plainText, ...facts } = readFacts(article)
    const place = { path: head.path, bodyLine: head.bodyLine, number: head.frontMatter.number }
    const { pictures, problems } = findPictures(contentDir, facts.pictures ?? [], place)
    const attached = findAttachments(contentDir, facts.attachments ?? [], place)
    const shown = new Set(pictures.map(({ url }) => url))
    const found = {
      // A picture that an article shows and leads to is a picture.
      pictures: [...pictures, ...attached.files.filter(({ url }) => !shown.has(url))],
      problems: [...problems, ...attached.problems],
    }
    const document = documents.make(article, { ...facts, blocks, plainText })
    const editions = findEditions(contentDir, head, blocks, former && { former, day: dayOfFile(file) })
    return {
      file,
      result: { article: head, facts, found, editions, document, ...(withTexts && { text: packText(text) }) },
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    if (!(error instanceof ArticleError)) throw error
    return { file, result: { problems: error.problems } }
  }
}

function dayOfFile({ mtimeMs }: ArticleFile): string {
  return new Date(mtimeMs).toISOString().slice(0, 10)
}

function readFacts(article: Article): ArticleFacts & IndexedFacts {
  const { number } = article.frontMatter
  try {
    const facts = extractFacts(article)
    proveRendering(article.body, number)
    return facts
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The Markdown parser recurses once per level, so nesting over many lines exhausts its stack.
    const isStack = error.message.startsWith('Maximum call stack')
    const message = isStack ? 'The body is nested too deeply. Reduce the nesting.' : error.message
    throw new ArticleError(message, { file: article.path, line: article.bodyLine, number })
  }
}
