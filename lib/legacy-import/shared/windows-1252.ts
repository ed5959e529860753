/**
 * Decodes windows-1252 by the WHATWG table. `TextDecoder` cannot be used: in Node 20.20 it decodes 0x92 to U+0092, as if
 * the bytes were ISO 8859-1.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)))
  }
  return parts.join('').replace(/[\u0080-\u009f]/g, (byte) => HIGH[byte.charCodeAt(0) - 0x80] ?? byte)
}

/** More arguments than this do not fit on the stack of every engine. */
const CHUNK = 8192
/** 0x80 to 0x9F; the five that mean nothing keep their value. */
const HIGH = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']
