import type { PictureType } from '@/lib/kb/articles/picture'

/** What the first bytes of a picture say of it. */
export interface PictureHead {
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** Tells what a file is by its bytes, whatever its name; `undefined` if it is no picture of a known type, or damaged. */
export function readPictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return READERS.map((read) => read(view)).find((head) => head !== undefined && head.width > 0 && head.height > 0)
  } catch (error) {
    // The file ends before its size.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type Reader = (view: DataView) => PictureHead | undefined

const readPng: Reader = (view) =>
  textAt(view, 1, 3) === 'PNG' && view.getUint8(0) === 0x89 && textAt(view, 12, 4) === 'IHDR'
    ? { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined

const readGif: Reader = (view) =>
  /^GIF8[79]a$/.test(textAt(view, 0, 6))
    ? { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : undefined

const readJpeg: Reader = (view) => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + Math.max(view.getUint16(at + 2), 2)) {
    const marker = view.getUint8(at + 1)
    // A frame header, but not a table of Huffman codes, of extensions or of arithmetic conditions.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return undefined
}

const readWebp: Reader = (view) => {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP') return undefined
  const form = textAt(view, 12, 4)
  if (form === 'VP8X') return { type: 'webp', width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (form === 'VP8 ')
    return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** The size stands in a box `ispe` among the first boxes. */
const readAvif: Reader = (view) => {
  if (textAt(view, 4, 4) !== 'ftyp' || !/avi[fs]/.test(textAt(view, 8, 40))) return undefined
  for (let at = 0; at <= Math.min(view.byteLength - 16, 4096); at++) {
    if (view.getUint8(at) === 0x69 && textAt(view, at, 4) === 'ispe')
      return { type: 'avif', width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
  }
  return undefined
}

/** SVG is text. Its size is what its first tag says, else that of its view box. */
const readSvg: Reader = (view) => {
  const start = textAt(view, 0, 4096).replace(/^\u00EF\u00BB\u00BF/, '')
  const tag = /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg\b([^>]*)>/i.exec(
    start,
  )?.[1]
  if (tag === undefined) return undefined
  const [, , wide, high] =
    /\bviewBox\s*=\s*["']\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag)?.slice(1) ?? []
  const length = (name: string) =>
    /^\s*[\d.]+(?:px)?\s*$/.test(attribute(tag, name)) && Number.parseFloat(attribute(tag, name))
  return {
    type: 'svg',
    width: Math.round(length('width') || Number(wide ?? 300)),
    height: Math.round(length('height') || Number(high ?? 150)),
  }
}

const READERS: readonly Reader[] = [readPng, readJpeg, readGif, readWebp, readAvif, readSvg]

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? ''
}

function textAt(view: DataView, start: number, length: number): string {
  const end = Math.min(start + length, view.byteLength)
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
