import { createHash } from 'node:crypto'
import { closeSync, readSync } from 'node:fs'
import type { Picture } from '@/lib/kb/articles/picture'
import { openBelow, type Refusal } from './open-below'
import { readPictureHead } from './picture-size'

/** Larger than any picture of the living articles; a page must not load more. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024
/** A browser needs four bytes of memory for each point. */
const MAX_POINTS = 50_000_000
const MAX_SIDE = 20_000

/** A picture with its bytes. */
interface FoundPicture extends Picture {
  readonly path: string
  readonly bytes: Uint8Array
  readonly size: number
  readonly mtimeMs: number
}

/** Reads the picture at `path` below `contentDir`. No link is followed, also not on the way. */
export function readPicture(contentDir: string, path: string): FoundPicture | Refusal {
  const file = readBounded(contentDir, path)
  if ('refusal' in file) return file
  const { bytes, mtimeMs } = file
  const head = readPictureHead(bytes)
  if (!head) return { refusal: 'is not a picture. Use PNG, JPEG, GIF, WebP, AVIF or SVG' }
  const { width, height } = head
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_POINTS)
    return { refusal: `has ${width} x ${height} points. Make it smaller` }
  return { path, ...head, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, mtimeMs }
}

function readBounded(contentDir: string, path: string): { bytes: Uint8Array; mtimeMs: number } | Refusal {
  const opened = openBelow(contentDir, path)
  if ('refusal' in opened)
    return { refusal: opened.refusal.endsWith('remove') ? `${opened.refusal} the picture` : opened.refusal }
  const { handle, status } = opened
  try {
    if (!status.isFile()) return { refusal: 'is no file. Use a picture' }
    if (status.size > MAX_PICTURE_BYTES)
      return { refusal: `has ${status.size} bytes; the limit is ${MAX_PICTURE_BYTES}. Make it smaller` }
    const bytes = new Uint8Array(status.size)
    const length = readSync(handle, bytes, 0, bytes.length, 0)
    return { bytes: bytes.subarray(0, length), mtimeMs: status.mtimeMs }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { refusal: `cannot be read (${error.code}). Check the file` }
  } finally {
    closeSync(handle)
  }
}
