import { PASTE_FIELD } from '@/lib/check/paste'
import { MAX_BODY_BYTES } from './limits.mjs'

/** The request header in which the proxy hands a pasted text to the page. The proxy removes it from readers' requests. */
export const PASTE_HEADER = 'x-kb-paste'

/**
 * Reads the text that a form or a program posted. Stops at `MAX_BODY_BYTES` and returns `undefined`. The text of a malformed form
 * is empty.
 */
export async function readPastedText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) >= MAX_BODY_BYTES) return undefined
  const bytes = await readBytes(request.body)
  if (bytes === undefined) return undefined
  const type = request.headers.get('content-type') ?? ''
  return /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
    ? readField(bytes, type)
    : decode(bytes)
}

/** Characters that the header holds: more than the check reads, so that it still notices that the text was longer. */
export const MAX_HEADER_LENGTH = 140_000

/** Encodes a text as a header value, which can hold neither line breaks nor non-ASCII characters. */
export function formatPasteHeader(text: string): string {
  return Buffer.from(text.slice(0, MAX_HEADER_LENGTH)).toString('base64url')
}

export function parsePasteHeader(value: string): string {
  return Buffer.from(value, 'base64url').toString()
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Returning from the loop cancels the stream.
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length >= MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readField(bytes: Buffer<ArrayBuffer>, type: string): Promise<string> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const value = form.get(PASTE_FIELD)
    return typeof value === 'string' ? value : decode(Buffer.from((await value?.arrayBuffer()) ?? new ArrayBuffer()))
  } catch (error) {
    // The parser throws this for a malformed form.
    if (error instanceof TypeError) return ''
    throw error
  }
}

/** Windows tools often write UTF-16 and mark it with a byte order mark. */
function decode(bytes: Buffer<ArrayBuffer>): string {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isBigEndian ? 'utf-16be' : isLittleEndian ? 'utf-16le' : 'utf-8').decode(bytes)
}
