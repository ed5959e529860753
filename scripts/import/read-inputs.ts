import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportProblem } from './import-problem'
import { createInputMeter, type InputCaps, type InputContext, InputRefusal } from './input-caps'
import type { InputItem } from './input-file'
import { type Listing, listFolder, readListing } from './read-folder'
import { readTar } from './read-tar'
import { readZip } from './read-zip'
import { type Packing, unpackFile } from './unpack-file'

/** One INPUT of the command, not yet read. Progress is measured by its `size` in bytes. */
export type Input =
  | {
      readonly kind: 'files'
      readonly path: string
      readonly size: number
      readonly listing: Listing
      readonly isFolder: boolean
    }
  | { readonly kind: 'tar'; readonly path: string; readonly size: number; readonly packing: Packing }
  | { readonly kind: 'zip'; readonly path: string; readonly size: number }

/** Finds out what an INPUT is and how it is packed, by its first bytes and not by its name. */
export async function openInput(path: string, caps: InputCaps): Promise<Input> {
  const stats = statSync(path)
  if (stats.isDirectory()) {
    const listing = listFolder(path, caps)
    const size = listing.reduce((sum, listed) => sum + ('size' in listed ? listed.size : 0), 0)
    return { kind: 'files', path, size, listing, isFolder: true }
  }
  const { size } = stats
  const start = await readStart(path)
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0x50, 0x4b, 0x05, 0x06])) {
    return { kind: 'zip', path, size }
  }
  const packing = detectPacking(start, path)
  if (packing) return { kind: 'tar', path, size, packing }
  return { kind: 'files', path, size, listing: [{ path, name: basename(path), size }], isFolder: false }
}

/** Yields the files of one input in its own order. If the input is refused, the problem comes last. */
export async function* readInput(
  input: Input,
  { caps, onRead }: Pick<InputContext, 'caps' | 'onRead'>,
): AsyncGenerator<InputItem> {
  const context = { input: input.path, caps, meter: createInputMeter(caps), onRead }
  try {
    if (input.kind === 'zip') yield* readZip(input.path, input.size, context)
    else if (input.kind === 'files') yield* readListing(input.listing, context)
    else yield* readTar(unpackFile(input.path, input.packing, context), context)
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error
    yield refusalProblem(input.path, error)
  }
}

function refusalProblem(input: string, { kind, what, handled }: InputRefusal): ImportProblem {
  return { input, file: basename(input), line: 1, kind, what, handled, refused: true }
}

async function readStart(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const buffer = new Uint8Array(512)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function detectPacking(start: Uint8Array, path: string): Packing | undefined {
  if (startsWith(start, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(start, [0x28, 0xb5, 0x2f, 0xfd])) return 'zstd'
  const isUstar = startsWith(start.subarray(257), [0x75, 0x73, 0x74, 0x61, 0x72])
  // Old kinds of tar lack the mark and are not supported. Opened as a tar, they are refused with a reason.
  return isUstar || path.toLowerCase().endsWith('.tar') ? 'plain' : undefined
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}
