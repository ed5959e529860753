import { resolve, sep } from 'node:path'
import type { FileResult } from './convert-batch'
import { startConvertPool } from './convert-pool'
import { type ImportLedger, type LedgerResult, openImportLedger } from './import-tally'
import { INPUT_CAPS, type InputCaps } from './input-caps'
import { type InputItem, isInputFile } from './input-file'
import { mapInOrder } from './map-in-order'
import { openOutputFolder } from './output-folder'
import { type Input, openInput, readInput } from './read-inputs'

/** What to import, where to, and how. */
export interface ImportOptions {
  readonly inputs: readonly string[]
  readonly out: string
  readonly dryRun: boolean
  readonly verify: boolean
  readonly threads: number
  readonly caps?: InputCaps
  /** Ends the import after the batch in hand; what was done stays done. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** How far the import has come; bytes are those of the inputs as they lie on disk. */
export interface ImportProgress {
  readonly readBytes: number
  readonly totalBytes: number
  readonly articles: number
}

/** What an import did. */
export interface ImportResult extends LedgerResult {
  readonly interrupted: boolean
}

/** The command was asked for something that cannot be done; nothing was touched. */
export class UsageError extends Error {}

/** Imports everything that the inputs hold into the folder `out`. */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { signal, caps = INPUT_CAPS } = options
  const inputs = await openInputs(options, caps)
  const totalBytes = inputs.reduce((sum, { size }) => sum + size, 0)
  let readBytes = 0
  const items = readInputs(inputs, caps, (bytes) => {
    readBytes += bytes
  })
  const pool = await startConvertPool(options)
  const output = openOutputFolder(options.out, options)
  const ledger = openImportLedger(output)
  try {
    const batches = mapInOrder(batchItems(items), Math.max(options.threads, 1) * BATCHES_PER_THREAD, async (batch) => {
      return { batch, results: await pool.convert(batch.filter(isInputFile)) }
    })
    for await (const { batch, results } of batches) {
      if (signal?.aborted) break
      enterBatch(ledger, batch, results)
      options.onProgress?.({ readBytes, totalBytes, articles: ledger.articles() })
    }
  } finally {
    await pool.close()
    output.close()
  }
  return { ...ledger.result(), interrupted: signal?.aborted === true }
}

/** Small enough that progress moves and an interrupt is heard, large enough that messages cost nothing. */
const BATCH_FILES = 64
const BATCH_BYTES = 512 * 1024
/** Work in hand, work that waits and work that is done but whose turn has not come. */
const BATCHES_PER_THREAD = 3

function enterBatch(ledger: ImportLedger, batch: readonly InputItem[], results: readonly FileResult[]): void {
  const inOrder = results.values()
  for (const item of batch) {
    if (!isInputFile(item)) {
      ledger.enterProblem(item)
      continue
    }
    const next = inOrder.next()
    if (next.done) throw new RangeError('A batch came back with fewer results than files.')
    ledger.enterFile(item, next.value)
  }
}

async function openInputs({ inputs, out }: ImportOptions, caps: InputCaps): Promise<Input[]> {
  const opened: Input[] = []
  for (const path of inputs) {
    if (`${resolve(out)}${sep}`.startsWith(`${resolve(path)}${sep}`)) {
      throw new UsageError(
        `The folder "${out}" lies in the input "${path}". Give --out a folder outside of every input.`,
      )
    }
    try {
      opened.push(await openInput(path, caps))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      throw new UsageError(`The input "${path}" cannot be read (${error.code}). Check its name and its permissions.`)
    }
  }
  return opened
}

async function* readInputs(
  inputs: readonly Input[],
  caps: InputCaps,
  onRead: (bytes: number) => void,
): AsyncGenerator<InputItem> {
  for (const input of inputs) yield* readInput(input, { caps, onRead })
}

async function* batchItems(items: AsyncIterable<InputItem>): AsyncGenerator<InputItem[]> {
  let batch: InputItem[] = []
  let bytes = 0
  for await (const item of items) {
    batch.push(item)
    if (isInputFile(item)) bytes += item.bytes.length
    if (batch.length < BATCH_FILES && bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
