import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/** A thread that takes longer for a batch is lost. Batches take about 0.1 seconds. */
const PATIENCE_SECONDS = 60

export interface WorkerPoolOptions<Item, Result> {
  /** The module and the name of its function `(items, data) => results`. */
  readonly module: URL
  readonly name: string
  readonly data: unknown
  /** With 0 the work is done in the calling thread, which saves the half second that a thread takes to start. */
  readonly threads: number
  readonly memory?: ResourceLimits
  readonly patienceSeconds?: number
  /** Gives the result of an item on which a thread was lost, or throws. */
  readonly onLost: (item: Item, loss: WorkerLost) => Result
}

/** Threads that work on batches, each on one at a time. Any number of batches may be handed in. */
export interface WorkerPool<Item, Result> {
  run(items: readonly Item[]): Promise<Result[]>
  /** Ends the threads, also those that are at work. */
  close(): Promise<void>
}

/** A thread died or hung; the message says how, without a subject. */
class WorkerLost extends Error {}

/**
 * Starts the threads; rejects if one cannot start. If a thread is lost on a batch, the batch is done again item by item, so
 * that only the item that caused it is lost.
 */
export async function startWorkerPool<Item, Result>(
  options: WorkerPoolOptions<Item, Result>,
): Promise<WorkerPool<Item, Result>> {
  const { module, name, data, threads, onLost } = options
  if (threads === 0) {
    const { [name]: work } = await import(module.href)
    return { run: async (items) => work(items, data), close: async () => {} }
  }
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []

  const take = () => idle.pop() ?? new Promise<Worker>((resolve) => waiting.push(resolve))
  const give = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  const add = async () => {
    const worker = await startWorker(options)
    all.add(worker)
    give(worker)
  }
  const replace = async (worker: Worker) => {
    // After `close` a loss is intended.
    if (!all.delete(worker)) return
    await worker.terminate()
    await add()
  }
  const runOnce = async (items: readonly Item[]) => {
    const worker = await take()
    try {
      const results = await runBatch<Result>(worker, items, options.patienceSeconds ?? PATIENCE_SECONDS)
      give(worker)
      return results
    } catch (error) {
      await replace(worker)
      throw error
    }
  }
  const runOneByOne = async (items: readonly Item[]) => {
    const results: Result[] = []
    for (const item of items) {
      results.push(...(await runOnce([item]).catch((error) => [onLost(item, requireLoss(error))])))
    }
    return results
  }
  await Promise.all(Array.from({ length: threads }, add))
  return {
    run: (items) => runOnce(items).catch((error) => requireLoss(error) && runOneByOne(items)),
    close: async () => {
      const workers = [...all]
      all.clear()
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function requireLoss(error: unknown): WorkerLost {
  if (error instanceof WorkerLost) return error
  throw error
}

async function startWorker<Item, Result>(options: WorkerPoolOptions<Item, Result>): Promise<Worker> {
  const { module, name, data, memory } = options
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData: { module: module.href, name, data },
    resourceLimits: memory,
  })
  await once(worker, 'message')
  return worker
}

function runBatch<Result>(worker: Worker, items: readonly unknown[], patienceSeconds: number): Promise<Result[]> {
  const done = new AbortController()
  const { signal } = done
  const lose = (what: string, cause?: unknown) => {
    throw new WorkerLost(what, { cause })
  }
  worker.postMessage(items)
  return Promise.race([
    once(worker, 'message', { signal }).then(([results]) => results),
    once(worker, 'exit', { signal }).then(() => lose('ended without a result')),
    delay(patienceSeconds * 1000, '', { signal }).then(() => lose(`took longer than ${patienceSeconds} seconds`)),
  ])
    .catch((error) => lose(error instanceof WorkerLost ? error.message : `failed with "${error.message}"`, error))
    .finally(() => done.abort())
}
