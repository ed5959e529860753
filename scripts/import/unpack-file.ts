import { createReadStream } from 'node:fs'
import { constants, createGunzip } from 'node:zlib'
import { Decompress } from 'fzstd'
import { type InputCaps, type InputMeter, InputRefusal } from './input-caps'
import { splitZstdBlocks } from './split-zstd-blocks'

/** How the bytes of a tar archive are packed. */
export type Packing = 'plain' | 'gzip' | 'zstd'

/** `onPacked` is called with the number of bytes read from the file itself. */
export interface UnpackOptions {
  readonly packing: Packing
  readonly caps: InputCaps
  readonly meter: InputMeter
  readonly onPacked: (count: number) => void
}

/** Yields the unpacked bytes of a file. Throws an `InputRefusal` after everything that can be unpacked. */
export async function* unpackFile(path: string, options: UnpackOptions): AsyncGenerator<Uint8Array> {
  let packed = 0
  const file = createReadStream(path)
  file.on('data', (chunk) => {
    packed += chunk.length
    options.onPacked(chunk.length)
  })
  try {
    for await (const chunk of unpack(file, options)) {
      options.meter.countBytes(chunk.length, options.packing === 'plain' ? undefined : packed)
      yield chunk
    }
  } catch (error) {
    if (!isPackingError(error)) throw error
    const what = `The archive is damaged or truncated (${error.message}).`
    throw new InputRefusal('damaged-archive', what, WHOLE_COPY, { cause: error })
  } finally {
    file.destroy()
  }
}

export const WHOLE_COPY = 'The readable part was imported; get a complete copy for the rest.'

function unpack(
  file: ReturnType<typeof createReadStream>,
  { packing, caps }: UnpackOptions,
): AsyncIterable<Uint8Array> {
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
