import { existsSync, rmSync, statSync } from 'node:fs'
import { type ArticleFile, listArticleFiles } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { type MeasuredRun, runMeasured } from './measured-process'
import { pickEvenly } from './pick-evenly'

/** The articles that a run is about. */
export interface Archive {
  readonly contentDir: string
  readonly files: readonly ArticleFile[]
  /** Of all Markdown files together. */
  readonly bytes: number
}

const BUILD_SECONDS = 1800
/** SQLite keeps what is not yet in the file in files beside it. */
const INDEX_FILES = ['', '-wal', '-shm', '-journal']

/** Lists the article files of a folder. Throws a `CommandError` when there are none. */
export async function readArchive(contentDir: string): Promise<Archive> {
  const files = existsSync(contentDir) ? await listArticleFiles(contentDir) : []
  if (files.length === 0) {
    throw new CommandError(`"${contentDir}" has no article. Name the imported archive with --content.`)
  }
  return { contentDir, files, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}

/** Says how large an archive is. */
export function describeArchive({ files, bytes }: Archive): string {
  return `${files.length.toLocaleString('en')} articles, ${(bytes / 1e6).toFixed(1)} MB of Markdown`
}

/** Brings an index up to date, as `npm start` does before it serves; from nothing if there is none. */
export function buildIndex(contentDir: string, indexFile: string): Promise<MeasuredRun> {
  const script = ['--import', 'tsx', 'scripts/commands/build-index.ts', '--keep-going']
  return runMeasured(process.execPath, [...script, '--content', contentDir, '--index', indexFile], {
    timeoutSeconds: BUILD_SECONDS,
  })
}

/** Removes an index with everything beside it, so that the next one is built from nothing. */
export function removeIndex(indexFile: string): void {
  for (const suffix of INDEX_FILES) rmSync(`${indexFile}${suffix}`, { force: true })
}

/** Bytes of an index on disk. */
export function sizeOfIndex(indexFile: string): number {
  return INDEX_FILES.reduce(
    (sum, suffix) => sum + (statSync(`${indexFile}${suffix}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

/** Gives running text of the archive, from articles at even distances: the same in every run. */
export async function readProse({ contentDir, files }: Archive): Promise<string> {
  const articles = await Promise.all(pickEvenly(files, 40).map(({ path }) => readArticle(contentDir, path)))
  return articles.map(({ body }) => body).join('\n')
}
