import { deflateRawSync } from 'node:zlib'
import { pack } from 'tar-stream'

/** An entry of a test archive; `mode` is a Unix mode with its type bits, for the directory of a zip. */
export interface TestEntry {
  readonly name: string
  readonly bytes?: Uint8Array | string
  readonly type?: 'file' | 'symlink' | 'link' | 'fifo' | 'character-device' | 'directory'
  readonly linkname?: string
  readonly mode?: number
  /** When an entry of a tar says that it was changed. */
  readonly mtime?: Date
}

/** Makes a tar archive. */
export async function makeTar(entries: readonly TestEntry[]): Promise<Buffer> {
  const archive = pack()
  for (const { name, bytes = '', type = 'file', linkname, mtime } of entries) {
    archive.entry({ name, type, ...(linkname !== undefined && { linkname }), ...(mtime && { mtime }) }, toBuffer(bytes))
  }
  archive.finalize()
  const parts: Buffer[] = []
  for await (const part of archive) parts.push(toBuffer(part))
  return Buffer.concat(parts)
}

/** Makes a zip archive; names are written as they are given, and the checksums, which nobody reads, are zero. */
export function makeZip(entries: readonly TestEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes = '', mode = 0o100644 } of entries) {
    const data = toBuffer(bytes)
    const packed = deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, tail, nameBytes)
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}

/** Packs bytes as Zstandard without compressing them: Node 20 can not. */
export function makeZstd(bytes: Uint8Array): Buffer {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length || at === 0; at += ZSTD_BLOCK) {
    const data = bytes.subarray(at, at + ZSTD_BLOCK)
    blocks.push(
      zstdBlockHeader({ type: 0, size: data.length, last: at + ZSTD_BLOCK >= bytes.length }),
      Buffer.from(data),
    )
  }
  return Buffer.concat([ZSTD_HEADER, ...blocks])
}

/** Packs a tar of one file of zeros as Zstandard, each 128 KB of it in four bytes; its header claims `blocks` blocks. */
export async function makeZstdBomb(blocks: number): Promise<Buffer> {
  const header = (await makeTar([{ name: 'zeros', bytes: Buffer.alloc(512) }])).subarray(0, 512)
  // The header of a small file with the size of the large one: its checksum is the sum of its bytes.
  header.write(`${(blocks * ZSTD_BLOCK).toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  const zeros = Buffer.concat([zstdBlockHeader({ type: 1, size: ZSTD_BLOCK, last: false }), Buffer.alloc(1)])
  const start = zstdBlockHeader({ type: 0, size: header.length, last: false })
  return Buffer.concat([ZSTD_HEADER, start, header, Buffer.alloc(blocks * 4, zeros)])
}

const ZSTD_BLOCK = 128 * 1024
/** A frame without checksum and content size, with a window of 128 KB. */
const ZSTD_HEADER = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38])

function zstdBlockHeader({ type, size, last }: { type: 0 | 1; size: number; last: boolean }): Buffer {
  const header = Buffer.alloc(3)
  header.writeUIntLE(size * 8 + type * 2 + (last ? 1 : 0), 0, 3)
  return header
}

function toBuffer(bytes: unknown): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes instanceof Uint8Array ? bytes : [])
}
