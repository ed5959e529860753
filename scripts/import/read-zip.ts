import { type Entry, getFileNameLowLevel, openPromise } from 'yauzl'
import { damagedArchive, type InputContext, InputRefusal } from './input-caps'
import { collectBytes, createEntryGate, type InputItem } from './input-file'

/** Yields the files of a zip archive in the order of its directory. Anything but a plain file becomes a problem. */
export async function* readZip(
  path: string,
  size: number,
  { input, caps, meter, onRead }: InputContext,
): AsyncGenerator<InputItem> {
  const gate = createEntryGate(input, caps)
  // Names are checked here one by one, because the package would give up the whole archive at the first bad one.
  const archive = await openPromise(path, { decodeStrings: false }).catch(throwDamage)
  try {
    for await (const entry of archive.eachEntry()) {
      meter.countEntry()
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      if (!name.endsWith('/')) yield await readEntry(entry, name)
      onRead(entry.compressedSize)
    }
  } catch (error) {
    throwDamage(error)
  } finally {
    archive.close()
  }

  async function readEntry(entry: Entry, rawName: string): Promise<InputItem> {
    const admitted = gate.admit(rawName, entryKind(entry))
    if ('what' in admitted) return admitted
    const { name } = admitted
    if (entry.isEncrypted()) return gate.refuse(name, 'encrypted', 'The file is encrypted.')
    try {
      const stream = await archive.openReadStreamPromise(entry)
      // Measured against the whole archive, because entries may overlap and share the same packed bytes.
      const onBytes = (count: number) => meter.countBytes(count, size)
      const bytes = await collectBytes(stream, { cap: caps.entryBytes, beyondCap: 'stop', onBytes })
      return bytes ? { input, name, bytes } : gate.refuseLarge(name)
    } catch (error) {
      if (error instanceof InputRefusal || !(error instanceof Error)) throw error
      return gate.refuse(name, 'damaged-file', `The file cannot be unpacked (${error.message}).`)
    }
  }
}

/** In an archive made on Unix, the upper half of the attributes is a file mode, whose type bits show a link. */
function entryKind(entry: Entry): string {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type === 0o120000) return 'symlink'
  return type === 0 || type === 0o100000 ? 'file' : 'device'
}

function throwDamage(error: unknown): never {
  throw error instanceof InputRefusal || !(error instanceof Error) ? error : damagedArchive(error)
}
