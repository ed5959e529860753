// @ts-check
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { REFUSALS, renderRefusal, SECURITY_HEADERS, wrongMethod } from './refusals.mjs'

/** A client that still sends would lose the answer if the connection were reset at once. */
const LINGER_MS = 1000

/** @type {ReadonlyMap<string | undefined, import('./refusals.mjs').Refusal>} */
const REFUSAL_OF_CODE = new Map([
  ['HPE_HEADER_OVERFLOW', REFUSALS['large-headers']],
  ['HPE_INVALID_METHOD', wrongMethod('GET, HEAD, OPTIONS')],
  ['CONNECT', wrongMethod('GET, HEAD, OPTIONS')],
  ['ERR_HTTP_REQUEST_TIMEOUT', REFUSALS.slow],
])

/**
 * Answers what is no request that Node can parse, and closes the connection.
 *
 * @param {{ readonly code?: string }} error
 * @param {import('node:stream').Duplex} socket
 */
export function refuseRaw({ code }, socket) {
  // An answer is under way already, or nobody is there to read one.
  if (!socket.writable || Reflect.get(socket, '_httpMessage') || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const refusal = REFUSAL_OF_CODE.get(code) ?? REFUSALS.malformed
  const { body, headers } = renderRefusal(refusal, { path: '', id: randomUUID() })
  const lines = Object.entries({ ...SECURITY_HEADERS, ...headers, connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${head}\r\n${body}`)
  socket.resume()
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}
