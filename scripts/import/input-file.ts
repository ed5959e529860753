import { checkEntryName } from './entry-name'
import type { ImportProblem } from './import-problem'
import type { InputCaps } from './input-caps'

/** One file of an input. Its name is the path inside the input, with `/` between the parts. */
export interface InputFile {
  readonly input: string
  readonly name: string
  readonly bytes: Uint8Array
  /** The day on which an archive says that the file was changed. */
  readonly modified?: string
}

/** What an input yields, in its order: files, and problems where they arose. */
export type InputItem = InputFile | ImportProblem

export function isInputFile(item: InputItem): item is InputFile {
  return 'bytes' in item
}

/** Decides by name and kind which entries of one input are imported, and builds the problems of the others. */
export interface EntryGate {
  /** Gives the name under which the entry is imported, or the reason why it is not. */
  admit(rawName: string, kind: string): { readonly name: string } | ImportProblem
  refuse(name: string, kind: string, what: string, handled?: string): ImportProblem
  refuseLarge(name: string): ImportProblem
}

/** Creates the gate of one input. It remembers the names that have passed. */
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
        const what = 'The file or one of its folders is hidden.'
        return { ...refuse(name, 'hidden-file', what, 'It was skipped.'), refused: false }
      }
      if (seen.has(name)) {
        return refuse(name, 'duplicate-name', 'Another entry has the same name.', FIRST_COUNTS)
      }
      seen.add(name)
      return { name }
    },
  }
}

/** Beyond the cap, bytes are skipped (a stream that must be read to its end) or reading stops. */
export interface CollectOptions {
  readonly cap: number
  readonly beyondCap: 'skip' | 'stop'
  readonly onBytes?: (count: number) => void
}

/** Joins the chunks of a file, or gives `undefined` if it is larger than the cap. */
export async function collectBytes(
  chunks: AsyncIterable<unknown>,
  { cap, beyondCap, onBytes }: CollectOptions,
): Promise<Uint8Array | undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('An archive entry yielded something other than bytes.')
    onBytes?.(chunk.length)
    size += chunk.length
    if (size <= cap) parts.push(chunk)
    else if (beyondCap === 'stop') return undefined
    else parts = []
  }
  // A copy, because small buffers share their memory, and all of it would be sent to a thread.
  return size > cap ? undefined : new Uint8Array(Buffer.concat(parts))
}

const NOT_IMPORTED = 'It was not imported.'
const FIRST_COUNTS = 'Only the first one was imported.'
