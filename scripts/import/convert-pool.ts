import { Worker } from 'node:worker_threads'
import { convertBatch, type FileResult, type FileToConvert, failedFile } from './convert-batch'

/** Threads that convert batches. Any number of batches may be handed in; each thread works on one at a time. */
export interface ConvertPool {
  convert(files: readonly FileToConvert[]): Promise<FileResult[]>
  close(): Promise<void>
}

/** How many threads to start, what they do, and how long one of them may be silent. */
export interface ConvertPoolOptions {
  /** With 0 the files are converted in the thread that asks: slower, but without the half second of a start. */
  readonly threads: number
  readonly verify: boolean
  readonly patienceSeconds?: number
  /** The module that a thread runs; tests put one here that dies or hangs. */
  readonly module?: URL
}

/**
 * Starts the threads. A batch on which a thread dies or hangs is tried again file by file in a new thread, so that only
 * the file that did it is lost, and reported.
 */
export async function startConvertPool(options: ConvertPoolOptions): Promise<ConvertPool> {
  if (options.threads === 0) return { convert: async (files) => convertBatch(files, options), close: async () => {} }

  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []

  const release = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  const add = async () => {
    const worker = await startWorker(options)
    all.add(worker)
    release(worker)
  }
  const run = async (files: readonly FileToConvert[]): Promise<FileResult[]> => {
    const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)))
    try {
      const results = await runBatch(worker, files, options.patienceSeconds ?? PATIENCE_SECONDS)
      release(worker)
      return results
    } catch (error) {
      // After `close` the loss is intended, and no new thread takes its place.
      if (all.delete(worker)) {
        await worker.terminate()
        await add()
      }
      throw error
    }
  }
  const runAlone = async (file: FileToConvert): Promise<FileResult[]> => {
    try {
      return await run([file])
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error
      return [failedFile(file.name, `The converter ${error.message} on this file.`)]
    }
  }
  await Promise.all(Array.from({ length: options.threads }, add))
  return {
    async convert(files) {
      try {
        return await run(files)
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error
      }
      const results: FileResult[] = []
      for (const file of files) results.push(...(await runAlone(file)))
      return results
    },
    async close() {
      const workers = [...all]
      all.clear()
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** A batch takes about 0.1 seconds; the largest file that is let in stays under a second. */
const PATIENCE_SECONDS = 60

/** With its default limits a thread would let garbage grow to gigabytes before it collects it. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

class WorkerLost extends Error {}

function startWorker({ verify, module }: ConvertPoolOptions): Promise<Worker> {
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData: { verify, module: (module ?? new URL('./convert-worker.ts', import.meta.url)).href },
    resourceLimits: MEMORY,
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      worker.off('error', reject)
      resolve(worker)
    })
  })
}

function runBatch(worker: Worker, files: readonly FileToConvert[], patienceSeconds: number): Promise<FileResult[]> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => {
      clearTimeout(timer)
      worker.off('message', finish).off('error', fail).off('exit', end)
      outcome()
    }
    const lose = (what: string, cause?: unknown) => settle(() => reject(new WorkerLost(what, { cause })))
    const finish = (results: FileResult[]) => settle(() => resolve(results))
    const fail = (error: Error) => lose(`failed with "${error.message}"`, error)
    const end = () => lose('ended without a result')
    const timer = setTimeout(() => lose(`took longer than ${patienceSeconds} seconds`), patienceSeconds * 1000)
    worker.on('message', finish).on('error', fail).on('exit', end)
    worker.postMessage(files)
  })
}
