import { constants, lstatSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportProblem } from './import-problem'
import type { InputCaps, InputMeter } from './input-caps'
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

/** `onRead` is called with the size of each file that has been read. */
export interface ReadListingOptions {
  readonly input: string
  readonly caps: InputCaps
  readonly meter: InputMeter
  readonly onRead: (bytes: number) => void
}

export async function* readListing(listing: Listing, options: ReadListingOptions): AsyncGenerator<InputItem> {
  for (const listed of listing) {
    options.meter.countEntry()
    if ('what' in listed) yield listed
    else yield await readListed(listed, options)
    if ('size' in listed) options.onRead(listed.size)
  }
}

async function readListed({ path, name }: ListedFile, options: ReadListingOptions): Promise<InputItem> {
  const { input, caps, meter } = options
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

/** Lack of permission, or a file that was deleted or replaced by a link since it was listed. */
function isUnreadable(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code))
}

const UNREADABLE = new Set(['EACCES', 'EPERM', 'ENOENT', 'ELOOP', 'EIO'])

/** Reads a file of at most `cap` bytes, or gives `undefined`. A link that has replaced the file is not followed. */
async function readCapped(path: string, cap: number): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const { size } = await handle.stat()
    // One byte more than expected shows whether the file has grown.
    let buffer = new Uint8Array(Math.min(size, cap) + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
      length += bytesRead
      if (length > cap) return undefined
      if (bytesRead === 0) return buffer.slice(0, length)
      if (length === buffer.length) {
        const larger = new Uint8Array(Math.min(buffer.length * 2, cap + 1))
        larger.set(buffer)
        buffer = larger
      }
    }
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
