// @ts-check
import { createHash } from 'node:crypto'
import { createBrotliBody } from './encodings.mjs'

/**
 * A page as it is sent. `label` is that of the index that it was made from, `source` the file of its article.
 *
 * @typedef {{
 *   readonly status: number, readonly headers: Readonly<Record<string, string>>,
 *   readonly content: ReturnType<typeof import('./encodings.mjs').createEncodedBody>,
 *   readonly label?: string, readonly source?: { readonly path: string, readonly identity: string }, tag?: string
 * }} Page
 */

const DIGEST_BYTES = 16
const LENGTH_BYTES = 4

/**
 * Writes a page as bytes that prove themselves: a digest, the length of what stands beside the text, that, and the compressed text. `name` is
 * what the page is kept for; the digest covers it.
 *
 * @param {string} name
 * @param {Page} page
 * @returns {Promise<Buffer>}
 */
export async function formatRecord(name, { headers, source, tag, content }) {
  const head = Buffer.from(JSON.stringify({ headers, source, tag }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(head.length)
  const parts = [length, head, await content.compressed()]
  return Buffer.concat([digestOf(name, parts), ...parts])
}

/**
 * Reads a page back; gives `undefined` for bytes that are not all that was written under this name.
 *
 * @param {string} name
 * @param {Buffer} record
 * @returns {Omit<Page, 'label'> | undefined}
 */
export function parseRecord(name, record) {
  const rest = record.subarray(DIGEST_BYTES)
  if (rest.length < LENGTH_BYTES || !digestOf(name, [rest]).equals(record.subarray(0, DIGEST_BYTES))) return undefined
  const end = LENGTH_BYTES + rest.readUInt32BE(0)
  const { headers, source, tag } = JSON.parse(rest.toString('utf8', LENGTH_BYTES, end))
  return { status: 200, headers, source, tag, content: createBrotliBody(rest.subarray(end)) }
}

/** @param {string} name @param {readonly Buffer[]} parts */
function digestOf(name, parts) {
  const hash = createHash('sha256').update(name).update('\0')
  for (const part of parts) hash.update(part)
  return hash.digest().subarray(0, DIGEST_BYTES)
}
