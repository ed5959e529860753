// @ts-check
import { request as send } from 'node:http'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').IncomingHttpHeaders} Headers */
/** @typedef {ReturnType<typeof import('./renderers.mjs').startRenderers>} Renderers */

/** Headers of one connection, and the encodings of the reader, which the edge serves itself. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'accept-encoding',
  'expect',
]

/** A process that says nothing for so long hangs. */
const MAX_SILENCE_MS = 60_000

/** HTTP/1.0 knows requests without a host; without any, the address of the process would take its place. */
const NO_HOST = 'host.invalid'

/** No process is there to make a page. */
export class NoRendererError extends Error {}

/**
 * Sends a request to a process that makes pages, and gives its answer as soon as its headers are there. A request without a body
 * is sent once more if the process dies before.
 *
 * @param {Renderers} renderers
 * @param {{ readonly method: string, readonly url: string, readonly headers: Headers, readonly body?: IncomingMessage }} request
 * @returns {Promise<IncomingMessage>}
 */
export async function forward(renderers, { method, url, headers, body }) {
  /** @type {Headers} */
  const sent = { ...headers, host: headers.host ?? NO_HOST, 'x-kb-token': renderers.token }
  for (const name of Object.keys(sent)) if (HOP_BY_HOP.includes(name) || sent[name] === undefined) delete sent[name]
  for (let isAgain = false; ; isAgain = true) {
    const renderer = await renderers.take()
    if (renderer === undefined) throw new NoRendererError('No process that makes pages is there.')
    try {
      return await ask(renderer)
    } catch (error) {
      if (isAgain || body !== undefined) throw error
    }
  }

  /** @param {import('./renderers.mjs').Renderer} renderer @returns {Promise<IncomingMessage>} */
  function ask(renderer) {
    const { port, agent } = renderer
    renderer.active++
    return new Promise((resolve, reject) => {
      const request = send({ host: '127.0.0.1', port, agent, method, path: url, headers: sent })
      request.setTimeout(MAX_SILENCE_MS, () => renderers.kill(renderer))
      request.once('response', (answer) => {
        // From here on a slow reader holds it up.
        request.setTimeout(0)
        resolve(answer)
      })
      request.once('error', reject)
      request.once('close', () => renderer.active--)
      if (body) body.pipe(request)
      else request.end()
    })
  }
}
