import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { bundleThread } from './bundle-thread'
import { threadSeconds } from './thread-seconds'

/** A thread that needs more processor time for a batch is lost. Batches take about 0.1 seconds. */
const PATIENCE_SECONDS = 60
/** A thread that waits for the processor may take so many times longer by the clock. */
const LONGEST = 10
/** A thread is looked at again after this part of its patience at the earliest. */
const SHORTEST_LOOK = 0.05

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

interface Thread {
  readonly worker: Worker
  /** The name under which its processor time is asked for, where the system tells it. */
  readonly name: string | undefined
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
  const program = await bundleThread(module, name)
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []

  const take = () => idle.pop() ?? new Promise<Thread>((resolve) => waiting.push(resolve))
  const give = (thread: Thread) => {
    const next = waiting.shift()
    if (next) next(thread)
    else idle.push(thread)
  }
  const add = async () => {
    const thread = await startThread(program, options)
    all.add(thread)
    give(thread)
  }
  const replace = async (thread: Thread) => {
    // After `close` a loss is intended.
    if (!all.delete(thread)) return
    await thread.worker.terminate()
    await add()
  }
  const runOnce = async (items: readonly Item[]) => {
    const thread = await take()
    try {
      const results = await runBatch<Result>(thread, items, options.patienceSeconds ?? PATIENCE_SECONDS)
      give(thread)
      return results
    } catch (error) {
      await replace(thread)
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
      const threads = [...all]
      all.clear()
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function requireLoss(error: unknown): WorkerLost {
  if (error instanceof WorkerLost) return error
  throw error
}

async function startThread<Item, Result>(
  program: string | URL,
  { module, name, data, memory }: WorkerPoolOptions<Item, Result>,
): Promise<Thread> {
  const worker = new Worker(program, {
    eval: typeof program === 'string',
    workerData: { module: module.href, name, data },
    resourceLimits: memory,
    // The loader of this process is not needed.
    execArgv: [],
  })
  const [{ thread }] = await once(worker, 'message')
  return { worker, name: thread }
}

function runBatch<Result>(
  { worker, name }: Thread,
  items: readonly unknown[],
  patienceSeconds: number,
): Promise<Result[]> {
  const done = new AbortController()
  const { signal } = done
  const lose = (what: string, cause?: unknown) => {
    throw new WorkerLost(what, { cause })
  }
  worker.postMessage(items)
  return Promise.race([
    once(worker, 'message', { signal }).then(([results]) => results),
    once(worker, 'exit', { signal }).then(() => lose('ended without a result')),
    outlast(name, patienceSeconds, signal).then((seconds) => lose(`took longer than ${seconds} seconds`)),
  ])
    .catch((error) => lose(error instanceof WorkerLost ? error.message : `failed with "${error.message}"`, error))
    .finally(() => done.abort())
}

/** Waits until a thread has used up its patience, and gives the seconds. */
async function outlast(thread: string | undefined, patience: number, signal: AbortSignal): Promise<number> {
  const began = secondsOf(thread) ?? 0
  const end = performance.now() / 1000 + patience * LONGEST
  for (let left = patience; left > 0; left = patience - ((secondsOf(thread) ?? began) - began)) {
    if (performance.now() / 1000 > end) return patience * LONGEST
    await delay(Math.max(left, patience * SHORTEST_LOOK) * 1000, '', { signal })
  }
  return patience
}

/** Of a thread that has just ended nothing is known; its end is told by an event. */
function secondsOf(thread: string | undefined): number | undefined {
  try {
    return threadSeconds(thread)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined
    throw error
  }
}
