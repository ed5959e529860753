import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ArticleFile, listArticleFiles } from '@/lib/content/list-article-files'
import type { ContentProblem } from '@/lib/kb/errors'
import { countArticles } from '@/lib/kb-index/collection'
import { IndexWriter, listIndexedFiles, listProblems } from '@/lib/kb-index/index-writer'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/open'
import { type ReadFile, readFiles } from './read-files'

export interface IndexOptions {
  readonly contentDir: string
  readonly indexFile: string
  /** Called now and then with the number of files read so far and to be read in all. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface IndexReport {
  readonly articleCount: number
  /** Files that were read since they had changed, and files that had gone. */
  readonly changedCount: number
  /** Everything that is wrong with the collection now, in path order. */
  readonly problems: readonly ContentProblem[]
}

/** When more than this share of the files has changed, a new index is quicker than a change of the old one. */
const REBUILD_SHARE = 0.3

/**
 * Brings the index up to date with the content folder: reads only files that are new or have another size or time than
 * the index remembers, or everything when there is no current index.
 */
export async function updateIndex({ contentDir, indexFile, onProgress }: IndexOptions): Promise<IndexReport> {
  const files = await listArticleFiles(contentDir)
  const known = isCurrentIndex(indexFile) ? readKnown(indexFile) : undefined
  const stale = known ? listStale(files, known) : { changed: files, gone: [] }
  const changedCount = stale.changed.length + stale.gone.length
  if (known && changedCount === 0) {
    return { articleCount: known.articleCount, changedCount, problems: known.problems }
  }
  const isRebuild = !known || changedCount > files.length * REBUILD_SHARE
  mkdirSync(dirname(indexFile), { recursive: true })
  const writer = isRebuild ? IndexWriter.build(indexFile) : IndexWriter.update(indexFile)
  try {
    for (const path of isRebuild ? [] : stale.gone) writer.removeFile(path)
    await readFiles(contentDir, isRebuild ? files : stale.changed, {
      onFile: (file) => putFile(writer, file),
      onProgress,
    })
    writer.finish()
  } catch (error) {
    writer.abandon()
    throw error
  }
  return { ...readKnown(indexFile), changedCount }
}

interface Known {
  readonly files: ReadonlyMap<string, { size: number; mtimeMs: number; number: number | null }>
  readonly articleCount: number
  readonly problems: readonly ContentProblem[]
}

function readKnown(indexFile: string): Known {
  const database = openIndex(indexFile)
  try {
    const files = listIndexedFiles(database)
    return {
      files: new Map(files.map((file) => [file.path, file])),
      articleCount: countArticles(database),
      problems: listProblems(database),
    }
  } finally {
    database.close()
  }
}

function listStale(files: readonly ArticleFile[], known: Known): { changed: ArticleFile[]; gone: string[] } {
  const present = new Set(files.map((file) => file.path))
  const gone = [...known.files.keys()].filter((path) => !present.has(path))
  const changed = new Set(files.filter((file) => isChanged(file, known)))
  // A number that a changed file leaves may be claimed by another file, which then is served instead.
  const freed = new Set(
    [...gone, ...[...changed].map((file) => file.path)].map((path) => known.files.get(path)?.number),
  )
  for (const file of files) {
    const number = known.files.get(file.path)?.number
    if (typeof number === 'number' && freed.has(number)) changed.add(file)
  }
  return { changed: [...changed], gone }
}

function isChanged(file: ArticleFile, { files }: Known): boolean {
  const before = files.get(file.path)
  return before?.size !== file.size || before.mtimeMs !== file.mtimeMs
}

function putFile(writer: IndexWriter, { file, result }: ReadFile): void {
  if ('problem' in result) writer.putBrokenFile(file, result.problem)
  else writer.putArticle(file, result.article, result.facts, result.document)
}
