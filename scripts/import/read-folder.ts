import { constants, lstatSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportProblem } from './import-problem'
import type { InputCaps, InputContext } from './input-caps'
import { createEntryGate, type InputItem } from './input-file'

interface ListedFile {
  readonly path: string
  readonly name: string
  readonly size: number
}

export type Listing = ReadonlyArray<ListedFile | ImportProblem>

/**
 * Lists every file below `folder`, ordered by the code units of the names, which is the same on any machine. Links and
 * devices are refused and never followed; hidden folders are not entered.
 */
export function listFolder(folder: string, caps: InputCaps): Listing {
  const listing: (ListedFile | ImportProblem)[] = []
  const gate = createEntryGate(folder, caps)
  const pending = ['']
  for (let relative = pending.pop(); relative !== undefined; relative = pending.pop()) {
    const path = join(folder, relative)
    const stats = lstatSync(path)
    const kind = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'link' : 'device'
    if (stats.isDirectory() && (relative === '' || !isHidden(relative))) {
      const names = readdirSync(path).sort(byCodeUnits).reverse()
      for (const name of names) pending.push(relative === '' ? name : `${relative}/${name}`)
      continue
    }
    const admitted = gate.admit(relative, stats.isDirectory() ? 'file' : kind)
    listing.push('what' in admitted ? admitted : { path, name: admitted.name, size: stats.size })
  }
  return listing
}

export async function* readListing(listing: Listing, context: InputContext): AsyncGenerator<InputItem> {
  for (const listed of listing) {
    context.meter.countEntry()
    if ('what' in listed) yield listed
    else yield await readListed(listed, context)
    if ('size' in listed) context.onRead(listed.size)
  }
}

async function readListed({ path, name }: ListedFile, { input, caps, meter }: InputContext): Promise<InputItem> {
  const gate = createEntryGate(input, caps)
  try {
    const bytes = await readCapped(path, caps.entryBytes)
    meter.countBytes(bytes?.length ?? caps.entryBytes)
    return bytes ? { input, name, bytes } : gate.refuseLarge(name)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return gate.refuse(name, 'unreadable-file', `The file cannot be read (${error.code}).`)
  }
}

/** Reads a file of a listing, or gives `undefined` for one that is too large or cannot be read. */
export async function readListedBytes({ path }: ListedFile, caps: InputCaps): Promise<Uint8Array | undefined> {
  try {
    return await readCapped(path, caps.entryBytes)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return undefined
  }
}

/** Lack of permission, or a file that was deleted or replaced by a link since it was listed. */
function isUnreadable(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code))
}

/** Most articles fit into one chunk. */
const CHUNK_BYTES = 64 * 1024
const UNREADABLE = new Set(['EACCES', 'EPERM', 'ENOENT', 'ELOOP', 'EIO'])

/** Reads a file of at most `cap` bytes, or gives `undefined`. A link that has replaced the file is not followed. */
async function readCapped(path: string, cap: number): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const parts: Uint8Array[] = []
    for (let length = 0; length <= cap; ) {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(CHUNK_BYTES) })
      if (bytesRead === 0) return new Uint8Array(Buffer.concat(parts))
      parts.push(buffer.subarray(0, bytesRead))
      length += bytesRead
    }
    return undefined
  } finally {
    await handle.close()
  }
}

function isHidden(relative: string): boolean {
  return relative.slice(relative.lastIndexOf('/') + 1).startsWith('.')
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
