import { availableParallelism } from 'node:os'
import type { ArticleFile } from '@/lib/content/list-article-files'
import { mapInOrder } from '@/scripts/shared/map-in-order'
import { startWorkerPool } from '@/scripts/shared/worker-pool'
import type { ReadFile } from './read-file'

/** Reading fewer files takes less time than starting threads. */
const MIN_FILES_FOR_THREADS = 400
/** Large enough to hide the cost of messages, small enough to keep memory low. */
const BATCH_FILES = 50
/** Batches that are being read, waiting to be read, or read but not yet written. */
const BATCHES_PER_THREAD = 3

/**
 * Reads article files in order and yields them in batches; many files are read on all cores. A file that has been deleted
 * since it was listed is `undefined`.
 */
export async function* readFiles(
  contentDir: string,
  files: readonly ArticleFile[],
): AsyncGenerator<readonly (ReadFile | undefined)[]> {
  const threads = files.length < MIN_FILES_FOR_THREADS ? 0 : availableParallelism()
  const pool = await startWorkerPool<ArticleFile, ReadFile | undefined>({
    module: new URL('./read-file.ts', import.meta.url),
    name: 'readBatch',
    data: contentDir,
    threads,
    onLost: ({ path }, loss) => {
      throw new Error(`A thread ${loss.message} on "${path}".`, { cause: loss })
    },
  })
  try {
    yield* mapInOrder(batchFiles(files), Math.max(threads, 1) * BATCHES_PER_THREAD, (batch) => pool.run(batch))
  } finally {
    await pool.close()
  }
}

function* batchFiles(files: readonly ArticleFile[]): Generator<readonly ArticleFile[]> {
  for (let start = 0; start < files.length; start += BATCH_FILES) yield files.slice(start, start + BATCH_FILES)
}
