import { resolve, sep } from 'node:path'
import type { LearnTree } from '@/lib/legacy-import/learn/tree'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { mapInOrder } from '@/scripts/shared/map-in-order'
import { startWorkerPool } from '@/scripts/shared/worker-pool'
import { type FileResult, failedFile } from './convert-batch'
import type { ImportProblem } from './import-problem'
import { createImportTally, type TallyResult } from './import-tally'
import { INPUT_CAPS, type InputCaps } from './input-caps'
import { type InputItem, isInputFile } from './input-file'
import { openOutputFolder } from './output-folder'
import { type Input, openInput, readInput } from './read-inputs'
import { ARCHIVE_SITE, LIVING_SITE } from './site-texts'
import { surveyInput } from './survey-input'

/** What to import, where to, and how. */
export interface ImportOptions {
  readonly inputs: readonly string[]
  readonly out: string
  readonly dryRun: boolean
  readonly verify: boolean
  readonly threads: number
  /** The day of the snapshot, where the input does not tell it. */
  readonly captured?: string
  readonly caps?: InputCaps
  /** Ends the import after the current batch; what was done stays done. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** How far the import has come; `share` is the part of the inputs' bytes on disk that has been read, from 0 to 1. */
interface ImportProgress {
  readonly share: number
  readonly articles: number
}

/** What an import did. */
export interface ImportResult extends TallyResult {
  readonly interrupted: boolean
}

/**
 * Imports everything in the inputs into the folder `out`. Throws a `CommandError` for an input that cannot be read and for
 * an output folder inside an input; nothing has been touched then.
 */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { signal, caps = INPUT_CAPS } = options
  const inputs = await openInputs(options, caps)
  const totalBytes = inputs.reduce((sum, { size }) => sum + size, 0)
  let readBytes = 0
  const items = readInputs(inputs, caps, (bytes) => {
    readBytes += bytes
  })
  const trees = await surveyInputs(inputs, options, caps)
  const pool = await startConverters(options, trees)
  const output = openOutputFolder(options.out, options)
  const tally = createImportTally(output)
  try {
    const limit = Math.max(options.threads, 1) * BATCHES_PER_THREAD
    for await (const results of mapInOrder(batchItems(items), limit, (batch) => pool.run(batch))) {
      if (signal?.aborted) break
      for (const result of results) tally.add(result)
      const share = totalBytes === 0 ? 1 : Math.min(readBytes / totalBytes, 1)
      options.onProgress?.({ share, articles: tally.articles() })
    }
    if (tally.articles() > 0) output.placeSite(trees.size > 0 ? LIVING_SITE : ARCHIVE_SITE)
  } finally {
    await pool.close()
    output.close()
  }
  return { ...tally.result(), interrupted: signal?.aborted === true }
}

/** Small enough that the progress moves and an interrupt takes effect, large enough that messages cost nothing. */
const BATCH_FILES = 64
const BATCH_BYTES = 512 * 1024
/** Batches that are being converted, waiting to be converted, or converted but not yet written. */
const BATCHES_PER_THREAD = 3
/** With its default limits a thread lets garbage grow to gigabytes before it collects it. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/** What is known of each input that is a repository of living articles, by its path. */
type Trees = ReadonlyMap<string, LearnTree>

async function surveyInputs(inputs: readonly Input[], { captured }: ImportOptions, caps: InputCaps): Promise<Trees> {
  const trees = new Map<string, LearnTree>()
  for (const input of inputs) {
    const tree = await surveyInput(input, caps, captured)
    if (tree) trees.set(input.path, tree)
  }
  return trees
}

function startConverters({ threads, verify }: ImportOptions, trees: Trees) {
  return startWorkerPool<InputItem, FileResult | ImportProblem>({
    module: new URL('./convert-batch.ts', import.meta.url),
    name: 'convertBatch',
    data: { verify, trees },
    threads,
    memory: MEMORY,
    onLost: (item, { message }) =>
      isInputFile(item) ? failedFile(item, `The converter ${message} on this file.`) : item,
  })
}

async function openInputs({ inputs, out }: ImportOptions, caps: InputCaps): Promise<Input[]> {
  const opened: Input[] = []
  for (const path of inputs) {
    if (`${resolve(out)}${sep}`.startsWith(`${resolve(path)}${sep}`)) {
      throw new CommandError(
        `The output folder "${out}" is inside the input "${path}". Choose a folder outside all inputs.`,
      )
    }
    try {
      opened.push(await openInput(path, caps))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      throw new CommandError(`Cannot read the input "${path}" (${error.code}). Check its name and its permissions.`)
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
