import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ArticleFile } from '@/lib/content/list-article-files'
import { type ReadFile, readFile } from './read-file'

interface Reading {
  readonly onFile: (file: ReadFile) => void
  readonly onProgress?: (done: number, total: number) => void
}

/** Fewer files than this are read sooner than a worker starts. */
const MIN_FILES_FOR_WORKERS = 400
/** Files a message: large enough to hide the cost of messages, small enough to keep memory low. */
const BATCH_SIZE = 50
/** Each worker has one batch in hand and one waiting, and gets no other before the writer has taken one: memory is bounded. */
const BATCHES_AHEAD = 2

/**
 * Reads article files, on all cores when there are many, and hands each to `onFile`, in no stated order. Files that have gone
 * since they were listed are left out.
 */
export async function readFiles(contentDir: string, files: readonly ArticleFile[], reading: Reading): Promise<void> {
  if (files.length >= MIN_FILES_FOR_WORKERS) return readInWorkers(contentDir, files, reading)
  for (const [index, file] of files.entries()) {
    const read = readFile(contentDir, file)
    if (read) reading.onFile(read)
    reading.onProgress?.(index + 1, files.length)
  }
}

function readInWorkers(contentDir: string, files: readonly ArticleFile[], reading: Reading): Promise<void> {
  const batches = Array.from({ length: Math.ceil(files.length / BATCH_SIZE) }, (_, index) =>
    files.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE),
  )
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./start-read-worker.mjs', import.meta.url), { workerData: contentDir }),
  )
  let [sent, done] = [0, 0]
  return new Promise<void>((resolve, reject) => {
    const sendNext = (worker: Worker) => {
      const batch = batches[sent++]
      if (batch) worker.postMessage(batch)
    }
    for (const worker of workers) {
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`A worker that reads articles ended with code ${code}.`)))
      worker.on('message', (read: readonly (ReadFile | undefined)[]) => {
        try {
          for (const file of read) if (file) reading.onFile(file)
        } catch (error) {
          return reject(error)
        }
        done += read.length
        reading.onProgress?.(done, files.length)
        if (done === files.length) resolve()
        else sendNext(worker)
      })
      for (let ahead = 0; ahead < BATCHES_AHEAD; ahead++) sendNext(worker)
    }
  }).finally(() => Promise.all(workers.map((worker) => worker.terminate())))
}
