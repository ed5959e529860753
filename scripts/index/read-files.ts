import { availableParallelism } from 'node:os'
import type { ArticleFile } from '@/lib/content/list-article-files'
import type { SiteReading } from '@/lib/kb/site-file'
import { mapInOrder } from '@/scripts/shared/map-in-order'
import { startWorkerPool } from '@/scripts/shared/worker-pool'
import { createFilesInHand, listInHand } from './files-in-hand'
import type { GitHistory } from './git-history'
import { type FileToRead, type ReadFile, type ReadingOptions, tooCostly } from './read-file'

/** Reading fewer files takes less time than starting threads. */
const MIN_FILES_FOR_THREADS = 400
/** Large enough to hide the cost of messages, small enough to keep memory low. */
const BATCH_FILES = 100
/** Batches that are being read, waiting to be read, or read but not yet written. */
const BATCHES_PER_THREAD = 3
/** The archive's articles take 0.6 seconds at most, and other programs may slow this one down. */
const SECONDS_PER_FILE = 10
/** Threads use about 200 MB. */
const MEMORY = { maxOldGenerationSizeMb: 1500 }
const SLOW_MS = 2000

export interface ReadFilesOptions {
  readonly secondsPerFile?: number
  /** Gives the texts of articles, too. */
  readonly withTexts?: boolean
  readonly site?: SiteReading
  /** What files were in commits of Git. */
  readonly history?: GitHistory
  /** Called every two seconds with a file that is being read. */
  readonly onReading?: (path: string) => void
}

/**
 * Reads article files in order and yields them in batches; many files are read on all cores. A file that has been deleted
 * since it was listed is `undefined`; one that takes too long or too much memory is a problem.
 */
export async function* readFiles(
  contentDir: string,
  files: readonly ArticleFile[],
  { secondsPerFile = SECONDS_PER_FILE, withTexts, site, history, onReading }: ReadFilesOptions = {},
): AsyncGenerator<readonly (ReadFile | undefined)[]> {
  const threads = files.length < MIN_FILES_FOR_THREADS ? 0 : availableParallelism()
  const inHand = createFilesInHand()
  const data: ReadingOptions = { contentDir, secondsPerFile, inHand, site, withTexts }
  const pool = await startWorkerPool<FileToRead, ReadFile | undefined>({
    module: new URL('./read-file.ts', import.meta.url),
    name: 'readBatch',
    data,
    threads,
    memory: MEMORY,
    onLost: (file, loss) => {
      if (loss.cause === undefined || isOutOfMemory(loss.cause))
        return tooCostly(file, `ended a thread, which ${loss.message}`)
      throw new Error(`A thread ${loss.message} on "${file.file.path}".`, { cause: loss })
    },
  })
  const timer = setInterval(() => {
    const path = files[listInHand(inHand)[0] ?? -1]?.path
    if (path !== undefined) onReading?.(path)
  }, SLOW_MS)
  try {
    yield* mapInOrder(batchFiles(files, history), Math.max(threads, 1) * BATCHES_PER_THREAD, (batch) => pool.run(batch))
  } finally {
    clearInterval(timer)
    await pool.close()
  }
}

function* batchFiles(files: readonly ArticleFile[], history?: GitHistory): Generator<readonly FileToRead[]> {
  for (let start = 0; start < files.length; start += BATCH_FILES) {
    yield files
      .slice(start, start + BATCH_FILES)
      .map((file, at) => ({ file, place: start + at, former: history?.get(file.path) }))
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
