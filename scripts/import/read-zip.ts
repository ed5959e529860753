import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import type { ImportProblem } from './import-problem'
import { type InputCaps, type InputMeter, InputRefusal } from './input-caps'
import { collectBytes, createEntryGate, type EntryGate, type InputItem } from './input-file'
import { WHOLE_COPY } from './unpack-file'

/** `onPacked` is called with the packed size of each entry that has been read. */
export interface ReadZipOptions {
  readonly input: string
  readonly size: number
  readonly caps: InputCaps
  readonly meter: InputMeter
  readonly onPacked: (count: number) => void
}

/** Yields the files of a zip archive in the order of its directory. Anything but a plain file becomes a problem. */
export async function* readZip(path: string, options: ReadZipOptions): AsyncGenerator<InputItem> {
  const { input, caps, meter } = options
  const gate = createEntryGate(input, caps)
  // Names are checked here one by one, because the package would give up the whole archive at the first bad one.
  const archive = await openPromise(path, { decodeStrings: false }).catch(rethrowDamage)
  try {
    for await (const entry of archive.eachEntry()) {
      meter.countEntry()
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      if (!name.endsWith('/')) yield await readEntry({ archive, entry, name, gate, options })
      options.onPacked(entry.compressedSize)
    }
  } catch (error) {
    rethrowDamage(error)
  } finally {
    archive.close()
  }
}

interface EntryToRead {
  readonly archive: ZipFile
  readonly entry: Entry
  readonly name: string
  readonly gate: EntryGate
  readonly options: ReadZipOptions
}

async function readEntry({ archive, entry, name, gate, options }: EntryToRead): Promise<InputItem> {
  const { input, size, caps, meter } = options
  const admitted = gate.admit(name, entryKind(entry))
  if ('what' in admitted) return admitted
  if (entry.isEncrypted()) return gate.refuse(admitted.name, 'encrypted', 'The file is encrypted.')
  let bytes: Uint8Array | undefined
  try {
    const stream = await archive.openReadStreamPromise(entry)
    bytes = await collectBytes(stream, {
      cap: caps.entryBytes,
      beyondCap: 'stop',
      // Measured against the whole archive, because entries may overlap and share the same packed bytes.
      onBytes: (count) => meter.countBytes(count, size),
    })
  } catch (error) {
    if (error instanceof InputRefusal || !(error instanceof Error)) throw error
    return damagedEntry(gate, admitted.name, error)
  }
  return bytes ? { input, name: admitted.name, bytes } : gate.refuseLarge(admitted.name)
}

function damagedEntry(gate: EntryGate, name: string, error: Error): ImportProblem {
  return gate.refuse(name, 'damaged-file', `The file cannot be unpacked (${error.message}).`)
}

/** In an archive made on Unix, the upper half of the attributes is a file mode, whose type bits show a link. */
function entryKind(entry: Entry): string {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type === 0o120000) return 'symlink'
  return type === 0 || type === 0o100000 ? 'file' : 'device'
}

function rethrowDamage(error: unknown): never {
  if (error instanceof InputRefusal || !(error instanceof Error)) throw error
  const what = `The archive is damaged or truncated (${error.message.replace(/\.$/, '')}).`
  throw new InputRefusal('damaged-archive', what, WHOLE_COPY, { cause: error })
}
