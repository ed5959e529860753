import { PASTE_FIELD } from '@/lib/check/paste'

/** The request header in which the proxy hands a pasted text to the page. The proxy removes it where a reader sent it. */
export const PASTE_HEADER = 'x-kb-paste'

/** Bodies of this size are refused: a megabyte of text fits below it in the wordiest encoding that a form has. */
export const MAX_BODY_BYTES = 4_000_000

/**
 * Gives the text that a form or a program posted, or `undefined` when the body has `MAX_BODY_BYTES` or more; of such a body no
 * more is read than that. A form that makes no sense holds no text.
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

/** More than any check looks at, and still more than it may: so that the check can say that the text was cut. */
const MAX_HANDED_ON = 140_000

/** Gives a text as the value of a header, which holds no line ends and no letters outside ASCII. */
export function formatPasteHeader(text: string): string {
  return Buffer.from(text.slice(0, MAX_HANDED_ON)).toString('base64url')
}

/** Gives the text that a header holds. */
export function parsePasteHeader(value: string): string {
  return Buffer.from(value, 'base64url').toString()
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop early cancels the stream.
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
    // What the parser throws at a body that is no form.
    if (error instanceof TypeError) return ''
    throw error
  }
}

/** Files of Windows tools are often UTF-16, and say so by their first bytes. */
function decode(bytes: Buffer<ArrayBuffer>): string {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isBigEndian ? 'utf-16be' : isLittleEndian ? 'utf-16le' : 'utf-8').decode(bytes)
}
