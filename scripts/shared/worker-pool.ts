import { type ResourceLimits, Worker } from 'node:worker_threads'

/** What the threads of a pool do, how many there are, and what one of them may use. */
export interface WorkerPoolOptions<Item, Result> {
  /** The module and the name of its function `(items, data) => results`. */
  readonly module: URL
  readonly name: string
  readonly data: unknown
  /** With 0 the work is done in the thread that asks, without the half second that a thread takes to start. */
  readonly threads: number
  readonly memory?: ResourceLimits
  /** A thread that takes longer for one batch is lost. */
  readonly patienceSeconds?: number
  /** Gives the result of the one item on which a thread was lost. Without it such a loss is thrown. */
  readonly onLost?: (item: Item, what: string) => Result
}

type Work<Item, Result> = (items: readonly Item[], data: unknown) => Result[]

/** Threads that work on batches, each on one at a time. Any number of batches may be handed in. */
export class WorkerPool<Item, Result> {
  readonly #options: WorkerPoolOptions<Item, Result>
  readonly #all = new Set<Worker>()
  readonly #idle: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []
  #workHere: Work<Item, Result> | undefined

  private constructor(options: WorkerPoolOptions<Item, Result>) {
    this.#options = options
  }

  /** Starts the threads. Rejects if one of them cannot start. */
  static async start<Item, Result>(options: WorkerPoolOptions<Item, Result>): Promise<WorkerPool<Item, Result>> {
    const pool = new WorkerPool(options)
    if (options.threads === 0) pool.#workHere = (await import(options.module.href))[options.name]
    await Promise.all(Array.from({ length: options.threads }, () => pool.#add()))
    return pool
  }

  /**
   * Gives the results of a batch. If a thread dies or hangs on it, the batch is done again item by item, so that only
   * the item that caused it is lost.
   */
  async run(items: readonly Item[]): Promise<Result[]> {
    const { data, onLost } = this.#options
    if (this.#workHere) return this.#workHere(items, data)
    try {
      return await this.#runOnce(items)
    } catch (error) {
      if (!(error instanceof WorkerLost) || !onLost) throw error
    }
    const results: Result[] = []
    for (const item of items) results.push(...(await this.#runAlone(item, onLost)))
    return results
  }

  /** Ends the threads, also those that are at work. */
  async close(): Promise<void> {
    const workers = [...this.#all]
    this.#all.clear()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  async #runAlone(item: Item, onLost: (item: Item, what: string) => Result): Promise<Result[]> {
    try {
      return await this.#runOnce([item])
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error
      return [onLost(item, error.message)]
    }
  }

  async #runOnce(items: readonly Item[]): Promise<Result[]> {
    const worker = await this.#take()
    try {
      const results = await runBatch<Item, Result>(worker, items, this.#options.patienceSeconds)
      this.#give(worker)
      return results
    } catch (error) {
      await this.#replace(worker)
      throw error
    }
  }

  async #take(): Promise<Worker> {
    return this.#idle.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)))
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next) next(worker)
    else this.#idle.push(worker)
  }

  /** After `close` a loss is intended, and no new thread takes the place of the old one. */
  async #replace(worker: Worker): Promise<void> {
    if (!this.#all.delete(worker)) return
    await worker.terminate()
    await this.#add()
  }

  async #add(): Promise<void> {
    const worker = await startWorker(this.#options)
    this.#all.add(worker)
    this.#give(worker)
  }
}

class WorkerLost extends Error {}

interface WorkerStart {
  readonly module: URL
  readonly name: string
  readonly data: unknown
  readonly memory?: ResourceLimits
}

function startWorker({ module, name, data, memory }: WorkerStart): Promise<Worker> {
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData: { module: module.href, name, data },
    resourceLimits: memory,
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      worker.off('error', reject)
      resolve(worker)
    })
  })
}

function runBatch<Item, Result>(worker: Worker, items: readonly Item[], patienceSeconds?: number): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => {
      clearTimeout(timer)
      worker.off('message', finish).off('error', fail).off('exit', end)
      outcome()
    }
    const lose = (what: string, cause?: unknown) => settle(() => reject(new WorkerLost(what, { cause })))
    const finish = (results: Result[]) => settle(() => resolve(results))
    const fail = (error: Error) => lose(`failed with "${error.message}"`, error)
    const end = () => lose('ended without a result')
    const giveUp = () => lose(`took longer than ${patienceSeconds} seconds`)
    const timer = patienceSeconds === undefined ? undefined : setTimeout(giveUp, patienceSeconds * 1000)
    worker.on('message', finish).on('error', fail).on('exit', end)
    worker.postMessage(items)
  })
}
