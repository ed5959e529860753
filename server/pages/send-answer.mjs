// @ts-check
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { chooseEncoding, createEncodedBody, MAX_PAGE_BYTES } from './encodings.mjs'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** Of one connection, or for the edge alone. */
const NOT_PASSED = /^(?:connection|keep-alive|transfer-encoding|date|x-kb-.*)$/
/** The page names the same style sheet, and the framework's client is not there to ask for parts. */
const OF_THE_FRAMEWORK = /^(?:link|vary)$/
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|manifest\+json|[\w.-]+\+(?:json|xml))|image\/svg)/

/** Reads the answer of a process that makes pages to its end, with what it says about the page. @param {IncomingMessage} answer */
export async function readPage(answer) {
  const pieces = []
  let bytes = 0
  for await (const piece of answer) {
    bytes += piece.length
    if (bytes > MAX_PAGE_BYTES) throw new Error(`A page has more than ${MAX_PAGE_BYTES} bytes.`)
    pieces.push(piece)
  }
  return {
    status: answer.statusCode ?? 500,
    headers: headersOf(answer, OF_THE_FRAMEWORK),
    body: Buffer.concat(pieces),
    marks: { label: markOf(answer, 'x-kb-index'), path: markOf(answer, 'x-kb-file') },
  }
}

/**
 * Sends a page in the encoding that the reader asks for, or tells that the reader has it.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {import('./page-record.mjs').Page} page
 */
export async function sendPage({ method, headers: asked }, response, { status, headers, content, tag }) {
  const { encoding, bytes } = await content.in(asked['accept-encoding'])
  const entityTag = tag && `"${tag}${encoding ? `-${encoding}` : ''}"`
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (entityTag) response.setHeader('etag', entityTag)
  if (entityTag && isKnown(asked['if-none-match'], entityTag)) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return
  }
  if (encoding) response.setHeader('content-encoding', encoding)
  if (!response.hasHeader('vary')) response.setHeader('vary', 'accept-encoding')
  response.setHeader('content-length', bytes.length)
  response.writeHead(status).end(method === 'HEAD' ? undefined : bytes)
}

/**
 * Sends an answer on as it comes: pages when they are complete, everything else piece by piece.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {IncomingMessage} answer
 */
export async function sendAnswer(request, response, answer) {
  const type = answer.headers['content-type'] ?? ''
  if (/^text\/html\b/.test(type)) {
    const { status, headers, body } = await readPage(answer)
    return await sendPage(request, response, { status, headers, content: createEncodedBody(body) })
  }
  for (const [name, value] of Object.entries(headersOf(answer))) response.setHeader(name, value)
  response.statusCode = answer.statusCode ?? 500
  const mayCompress = COMPRESSIBLE.test(type) && answer.headers['content-encoding'] === undefined
  const hasBody = request.method !== 'HEAD' && ![204, 304].includes(response.statusCode)
  if (mayCompress) response.appendHeader('vary', 'accept-encoding')
  const encoding = mayCompress && hasBody ? chooseEncoding(request.headers['accept-encoding']) : undefined
  try {
    if (encoding === undefined) await pipeline(answer, response)
    else {
      response.removeHeader('content-length')
      response.setHeader('content-encoding', encoding)
      await pipeline(answer, createCompressor(encoding), response)
    }
  } catch (error) {
    // A reader that leaves is no fault.
    if (!response.destroyed) throw error
  }
}

/** @param {import('./encodings.mjs').Encoding} encoding */
function createCompressor(encoding) {
  if (encoding === 'gzip') return createGzip({ level: 6 })
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}

/** @param {IncomingMessage} answer @param {RegExp} [left] @returns {Record<string, string>} */
function headersOf({ headers }, left) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || NOT_PASSED.test(name) || left?.test(name) ? [] : [[name, String(value)]],
    ),
  )
}

/** @param {IncomingMessage} answer @param {string} name */
function markOf({ headers }, name) {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? decodeURIComponent(value) : undefined
}

/** @param {string | undefined} tags @param {string} tag */
function isKnown(tags, tag) {
  return (
    tags !== undefined && (tags.trim() === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
  )
}
