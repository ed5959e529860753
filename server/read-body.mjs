// @ts-check
import { IncomingMessage } from 'node:http'
import { MAX_BODY_BYTES } from '../lib/http/limits.mjs'

/**
 * Reads the body of a request before it gets its turn: a client that sends slowly must not hold a place among those in work.
 * All bodies together have `maxBytesInAll`.
 *
 * @param {number} maxBytesInAll
 */
export function createBodyReader(maxBytesInAll) {
  let held = 0
  return { read }

  /**
   * Gives the whole body, or why there is none. `release` gives its bytes back to the others.
   *
   * @param {IncomingMessage} request
   * @returns {Promise<{ body: Buffer, release: () => void } | 'large-body' | 'busy' | 'gone'>}
   */
  async function read(request) {
    /** @type {Buffer[]} */
    const chunks = []
    let length = 0
    const release = () => {
      held -= length
      length = 0
    }
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        length += chunk.length
        held += chunk.length
        if (length < MAX_BODY_BYTES && held <= maxBytesInAll) chunks.push(chunk)
        else {
          const why = length < MAX_BODY_BYTES ? 'busy' : 'large-body'
          release()
          return why
        }
      }
    } catch (error) {
      release()
      // The client went away while it sent.
      if (request.socket.destroyed || request.destroyed) return 'gone'
      throw error
    }
    return { body: Buffer.concat(chunks), release }
  }
}

/**
 * Gives the request again with its body, for a handler that reads requests as they come from a socket.
 *
 * @param {IncomingMessage} request
 * @param {Buffer} body
 */
export function withBody(request, body) {
  const again = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(again, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true })
  const { 'transfer-encoding': _, ...rest } = headers
  again.headers = { ...rest, 'content-length': String(body.length) }
  again.push(body)
  again.push(null)
  return again
}
