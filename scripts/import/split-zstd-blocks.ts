import { damagedArchive, InputRefusal } from './input-caps'

/**
 * Cuts a Zstandard stream into pieces of at most one block, so that unpacking a piece yields at most 128 KB. Refuses what
 * the unpacker would accept: a frame with a huge window, which it would allocate at once, and a block that is larger than
 * the format allows. The end of a truncated stream is passed on, and the unpacker reports it. (RFC 8878, 3.1)
 */
export async function* splitZstdBlocks(
  chunks: AsyncIterable<Uint8Array>,
  windowCap: number,
): AsyncGenerator<Uint8Array> {
  const stream = createByteQueue(chunks)
  for (;;) {
    const start = await stream.peek(LONGEST_FRAME_HEADER)
    if (start.length < SHORTEST_FRAME) {
      if (start.length > 0) yield start
      return
    }
    if ((parseNumber(start, 0, 4) & ~0xf) >>> 0 === SKIPPABLE_MAGIC) {
      for (let left = 8 + parseNumber(start, 4, 4); left > 0; ) {
        const piece = await stream.take(Math.min(left, MAX_BLOCK_BYTES))
        if (piece.length === 0) return
        yield piece
        left -= piece.length
      }
      continue
    }
    const frame = parseFrameHeader(start)
    if (frame.window > windowCap) {
      const what = `The archive asks for a window of ${frame.window} bytes; the limit is ${windowCap}.`
      throw new InputRefusal('too-large', what, 'The rest was skipped; recompress it with a smaller window.')
    }
    yield stream.take(frame.headerBytes)
    for (let last = false; !last; ) {
      const header = parseNumber(await stream.peek(3), 0, 3)
      const size = header >> 3
      if (size > MAX_BLOCK_BYTES) throw damagedArchive(new Error(`a block of ${size} bytes`))
      last = (header & 1) === 1
      const isRunLength = ((header >> 1) & 3) === 1
      const block = await stream.take(3 + (isRunLength ? 1 : size))
      if (block.length === 0) return
      yield block
    }
    if (frame.checksumBytes > 0) yield stream.take(frame.checksumBytes)
  }
}

const ZSTD_MAGIC = 0xfd2fb528
const SKIPPABLE_MAGIC = 0x184d2a50
const MAX_BLOCK_BYTES = 128 * 1024
const LONGEST_FRAME_HEADER = 18
/** A magic number, a descriptor, one more header byte and an empty block. */
const SHORTEST_FRAME = 9

function parseFrameHeader(bytes: Uint8Array): { headerBytes: number; window: number; checksumBytes: number } {
  if (parseNumber(bytes, 0, 4) !== ZSTD_MAGIC) throw damagedArchive(new Error('a frame is missing'))
  const descriptor = bytes[4] ?? 0
  const isSingleSegment = (descriptor & 0x20) !== 0
  const windowBytes = isSingleSegment ? 0 : 1
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  const sizeAt = 5 + windowBytes + dictionaryBytes
  const windowByte = bytes[5] ?? 0
  const windowBase = 2 ** (10 + (windowByte >> 3))
  return {
    headerBytes: sizeAt + sizeBytes,
    window: isSingleSegment ? parseNumber(bytes, sizeAt, sizeBytes) : windowBase + (windowBase / 8) * (windowByte & 7),
    checksumBytes: (descriptor & 4) === 0 ? 0 : 4,
  }
}

function parseNumber(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

/** Takes bytes from a stream of chunks. Near its end it gives fewer than asked for. */
function createByteQueue(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]()
  let queue: Uint8Array = new Uint8Array(0)
  const fill = async (count: number) => {
    while (queue.length < count) {
      const next = await iterator.next()
      if (next.done) return
      queue = queue.length === 0 ? next.value : Buffer.concat([queue, next.value])
    }
  }
  return {
    async peek(count: number): Promise<Uint8Array> {
      await fill(count)
      return queue.subarray(0, count)
    },
    async take(count: number): Promise<Uint8Array> {
      await fill(count)
      const taken = queue.subarray(0, count)
      queue = queue.subarray(taken.length)
      return taken
    },
  }
}
