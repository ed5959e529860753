import { existsSync, rmSync, statSync } from 'node:fs'
import { type ArticleFile, listArticleFiles } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'
import { type MeasuredRun, runMeasured } from './measured-process'
import { pickEvenly } from './pick-evenly'

export interface Archive {
  readonly contentDir: string
  readonly files: readonly ArticleFile[]
  /** The size of all Markdown files. */
  readonly bytes: number
}

/** Of a million articles on a busy machine. */
const BUILD_SECONDS = 4 * 3600
/** SQLite keeps changes that are not in the index file yet in files beside it. */
const INDEX_FILES = ['', '-wal', '-shm', '-journal']

/** Throws a `CommandError` if the folder has no articles. */
export async function readArchive(contentDir: string): Promise<Archive> {
  const files = existsSync(contentDir) ? await listArticleFiles(contentDir) : []
  if (files.length === 0) {
    throw new CommandError(`No articles found in "${contentDir}". Specify the imported archive with --content.`)
  }
  return { contentDir, files, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}

export function describeArchive({ files, bytes }: Archive): string {
  return `${formatCount(files.length, 'article')}, ${(bytes / 1e6).toFixed(1)} MB of Markdown`
}

/** Updates or builds an index, as `npm start` does before it serves. */
export function buildIndex(contentDir: string, indexFile: string): Promise<MeasuredRun> {
  const script = ['--import', 'tsx', 'scripts/commands/build-index.ts', '--keep-going']
  return runMeasured(process.execPath, [...script, '--content', contentDir, '--index', indexFile], {
    timeoutSeconds: BUILD_SECONDS,
  })
}

/** Removes an index and its files, so that the next build starts from nothing. */
export function removeIndex(indexFile: string): void {
  for (const suffix of INDEX_FILES) rmSync(`${indexFile}${suffix}`, { force: true })
}

export function getIndexSize(indexFile: string): number {
  return INDEX_FILES.reduce(
    (sum, suffix) => sum + (statSync(`${indexFile}${suffix}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

/** Gives text from evenly spaced articles, the same in every run. */
export async function readProse({ contentDir, files }: Archive): Promise<string> {
  const articles = await Promise.all(pickEvenly(files, 40).map(({ path }) => readArticle(contentDir, path)))
  return articles.map(({ body }) => body).join('\n')
}
