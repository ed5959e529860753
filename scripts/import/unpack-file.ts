import { createReadStream, type ReadStream } from 'node:fs'
import { constants, createGunzip } from 'node:zlib'
import { Decompress } from 'fzstd'
import { damagedArchive, type InputCaps, type InputContext } from './input-caps'
import { splitZstdBlocks } from './split-zstd-blocks'

/** How the bytes of a tar archive are packed. */
export type Packing = 'plain' | 'gzip' | 'zstd'

/** Yields the unpacked bytes of a file. Throws an `InputRefusal` after everything that can be unpacked. */
export async function* unpackFile(
  path: string,
  packing: Packing,
  { caps, meter, onRead }: InputContext,
): AsyncGenerator<Uint8Array> {
  let packed = 0
  const file = createReadStream(path)
  file.on('data', (chunk) => {
    packed += chunk.length
    onRead(chunk.length)
  })
  try {
    for await (const chunk of unpack(file, packing, caps)) {
      meter.countBytes(chunk.length, packing === 'plain' ? undefined : packed)
      yield chunk
    }
  } catch (error) {
    throw isPackingError(error) ? damagedArchive(error) : error
  } finally {
    file.destroy()
  }
}

function unpack(file: ReadStream, packing: Packing, caps: InputCaps): AsyncIterable<Uint8Array> {
  if (packing === 'plain') return file
  if (packing === 'zstd') return unpackZstd(splitZstdBlocks(file, caps.windowBytes))
  // With a sync flush, a truncated file yields all that it holds. The missing end of the tar shows that it is truncated.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

async function* unpackZstd(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = []
  const stream = new Decompress((data) => unpacked.push(data))
  for await (const block of blocks) {
    stream.push(block)
    yield* unpacked
    unpacked = []
  }
  stream.push(new Uint8Array(0), true)
}

/** zlib names its errors `Z_...`, and fzstd numbers them. Damaged data can also make fzstd read outside its tables. */
function isPackingError(error: unknown): error is Error {
  if (error instanceof RangeError || error instanceof TypeError) return true
  if (!(error instanceof Error && 'code' in error)) return false
  return typeof error.code === 'number' || (typeof error.code === 'string' && error.code.startsWith('Z_'))
}
