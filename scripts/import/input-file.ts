import { checkEntryName } from './entry-name'
import type { ImportProblem } from './import-problem'
import type { InputCaps } from './input-caps'

/** One file of an input: its name inside the input, with `/` between the parts, and its bytes. */
export interface InputFile {
  readonly input: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** What reading gives, in the order of the input: files, and problems in the place where they arose. */
export type InputItem = InputFile | ImportProblem

export function isInputFile(item: InputItem): item is InputFile {
  return 'bytes' in item
}

/** Judges the entries of one input by name and kind, and makes their problems. */
export interface EntryGate {
  /** Gives the name under which the entry is imported, or the problem for which it is not. */
  admit(rawName: string, kind: string): { readonly name: string } | ImportProblem
  refuse(name: string, kind: string, what: string, handled?: string): ImportProblem
  /** The problem of an entry that is larger than one may be. */
  refuseLarge(name: string): ImportProblem
}

/** Opens the gate of one input; it remembers the names that passed. */
export function createEntryGate(input: string, caps: InputCaps): EntryGate {
  const seen = new Set<string>()
  const refuse = (file: string, kind: string, what: string, handled = NOT_IMPORTED): ImportProblem => {
    return { input, file, line: 1, kind, what, handled, refused: true }
  }
  return {
    refuse,
    refuseLarge: (name) => refuse(name, 'file-too-large', `The file has more than ${caps.entryBytes} bytes.`),
    admit(rawName, kind) {
      const checked = checkEntryName(rawName)
      if ('what' in checked) return refuse(rawName.slice(0, caps.nameLength), checked.kind, checked.what)
      const { name, hidden } = checked
      if (kind !== 'file') return refuse(name, 'not-a-file', `The entry is a ${kind}, not a file.`)
      if (hidden) {
        const what = 'The name, or a folder above it, marks a hidden file.'
        return { ...refuse(name, 'hidden-file', what, 'It was skipped.'), refused: false }
      }
      if (seen.has(name)) {
        return refuse(name, 'duplicate-name', 'The input has an entry of this name already.', FIRST_COUNTS)
      }
      seen.add(name)
      return { name }
    },
  }
}

/** How `collectBytes` reads: what is beyond the cap is skipped (a stream must be read on) or not read at all. */
export interface CollectOptions {
  readonly cap: number
  readonly beyondCap: 'skip' | 'stop'
  readonly onBytes?: (count: number) => void
}

/** Collects a file from its chunks, or gives `undefined` when it is larger than the cap. */
export async function collectBytes(
  chunks: AsyncIterable<unknown>,
  { cap, beyondCap, onBytes }: CollectOptions,
): Promise<Uint8Array | undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The stream of an archive entry gave something but bytes.')
    onBytes?.(chunk.length)
    size += chunk.length
    if (size <= cap) parts.push(chunk)
    else if (beyondCap === 'stop') return undefined
    else parts = []
  }
  if (size > cap) return undefined
  // A buffer of its own, because it is handed over to a worker.
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

const NOT_IMPORTED = 'It was not imported.'
const FIRST_COUNTS = 'The first one counts, this one was not imported.'
