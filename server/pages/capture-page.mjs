// @ts-check

/** @typedef {{ readonly status: number, readonly body: Buffer }} CapturedPage */

/**
 * Holds back what a handler writes to a response if it is a page of the framework, and calls `onPage` with all of it in place of ending the
 * response. Everything else passes as it is written.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {(page: CapturedPage) => void} onPage
 */
export function capturePage(response, onPage) {
  /** @type {Buffer[]} */
  const pieces = []
  const isPage = () =>
    /^text\/html\b/.test(String(response.getHeader('content-type') ?? '')) && !response.hasHeader('x-kb-document')
  const { write, end, flushHeaders } = response

  response.flushHeaders = () => {
    if (!isPage()) Reflect.apply(flushHeaders, response, [])
  }
  response.write = (/** @type {unknown[]} */ ...args) => {
    if (!isPage()) return Reflect.apply(write, response, args)
    keep(args)
    return true
  }
  response.end = (/** @type {unknown[]} */ ...args) => {
    if (!isPage()) return Reflect.apply(end, response, args)
    keep(args)
    Object.assign(response, { write, end, flushHeaders })
    onPage({ status: response.statusCode, body: Buffer.concat(pieces) })
    return response
  }

  /** Takes the arguments of `write` or `end`. @param {readonly unknown[]} args */
  function keep([piece, encoding, ...rest]) {
    if (typeof piece === 'string') pieces.push(Buffer.from(piece, encoding === 'latin1' ? 'latin1' : 'utf8'))
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece))
    for (const callback of [piece, encoding, ...rest]) if (typeof callback === 'function') process.nextTick(callback)
  }
}
