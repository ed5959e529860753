// @ts-check
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { REQUEST_ID_HEADER } from '../lib/http/limits.mjs'
import { createAdmission } from './admission.mjs'
import { checkRequest, listMethods } from './check-request.mjs'
import { findClient, isLoopback } from './client-address.mjs'
import { boundConnections } from './connections.mjs'
import { drain } from './drain.mjs'
import { removeInnerHeaders } from './inner-headers.mjs'
import { NoRendererError } from './pages/forward.mjs'
import { sendPage } from './pages/send-answer.mjs'
import { createBodyReader, withBody } from './read-body.mjs'
import { fault, REFUSALS, renderRefusal, SECURITY_HEADERS } from './refusals.mjs'
import * as limits from './request-limits.mjs'
import { haveLeft } from './sockets.mjs'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('./refusals.mjs').Refusal} Refusal */
/** @typedef {(request: IncomingMessage, response: ServerResponse) => Promise<unknown>} Handler */
/** @typedef {ReturnType<typeof import('./pages/page-jobs.mjs').createPageJobs>} PageJobs */
/**
 * What became of a request. `refusal` is the reason why the edge answered it itself, `path` is never written anywhere.
 *
 * @typedef {{
 *   id: string, method: string, path: string, status: number, ms: number, waitedMs: number, bytes: number,
 *   isComplete: boolean, refusal?: string
 * }} Outcome
 */

/** A client that left may have its page rendered for this long before its place is given away. */
const ABANDONED_MS = 5000

/**
 * Builds the server that stands in front of the framework. Every request passes here, and what is too large, malformed or too
 * much never reaches `handle`. Pages that may be kept are asked of `createPages`, everything else of `handle`.
 *
 * @param {{
 *   settings: import('./settings.mjs').Settings, assets: import('./assets.mjs').Assets, handle: Handler,
 *   createPages?: (enter: ReturnType<typeof createAdmission>['enter']) => PageJobs,
 *   onOutcome: (outcome: Outcome) => void, onFault: (id: string, error: unknown) => void
 * }} parts
 */
export function createEdge({ settings, assets, handle, createPages, onOutcome, onFault }) {
  const { isDevelopment, proxies } = settings
  const admission = createAdmission(settings)
  const pages = createPages?.(admission.enter)
  const bodies = createBodyReader(limits.MAX_BODY_BYTES_IN_ALL)
  /** @type {Set<ServerResponse>} */
  const open = new Set()
  let isDraining = false
  let lastAt = performance.now()

  const server = createServer({
    maxHeaderSize: limits.MAX_HEADER_BYTES,
    headersTimeout: limits.HEADERS_MS,
    requestTimeout: limits.REQUEST_MS,
    keepAliveTimeout: limits.KEEP_ALIVE_MS,
    connectionsCheckingInterval: 1000,
    // The edge answers these itself, with a sentence.
    requireHostHeader: false,
  })
  if (!isDevelopment) server.setTimeout(limits.STALLED_MS)
  const connections = boundConnections(server, settings)
  server.on('request', (request, response) => connections.oneAtATime(request, () => answer(request, response)))
  server.on('checkExpectation', (request, response) =>
    connections.oneAtATime(request, () => answer(request, response, REFUSALS.expectation)),
  )

  return {
    server,
    pages,
    counts: () => ({ ...admission.counts(), connections: connections.count(), ...pages?.counts() }),
    /** Milliseconds since the last answer has ended; 0 while there is something to answer. */
    idleMs: () => (open.size > 0 ? 0 : performance.now() - lastAt),
    /** Answers what is under way and what still comes on open connections, and then ends. */
    drain: () =>
      drain(server, {
        countConnections: connections.count,
        onClosed: () => {
          isDraining = true
          for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close')
        },
      }),
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {Refusal} [expectation] */
  async function answer(request, response, expectation) {
    const began = performance.now()
    const method = request.method ?? ''
    const id = randomUUID()
    const { url, path, refusal } = checkRequest({
      method,
      url: request.url ?? '',
      httpVersion: request.httpVersion,
      headers: request.headers,
    })
    let waitedMs = 0
    /** @type {string | undefined} */
    let refusedAs
    /** @type {Promise<boolean>} */
    const closed = new Promise((resolve) => response.once('close', () => resolve(response.writableFinished)))
    if (!isDevelopment) {
      const tooLong = setTimeout(() => request.socket.destroy(), limits.ANSWER_MS)
      closed.then(() => clearTimeout(tooLong))
    }
    const writtenBefore = request.socket.bytesWritten
    open.add(response)
    response.setHeader('x-request-id', id)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (isDraining) response.setHeader('connection', 'close')
    try {
      await pass()
    } catch (error) {
      if (error instanceof NoRendererError) return end(REFUSALS.busy)
      onFault(id, error)
      if (response.headersSent) request.socket.destroy()
      else end(fault(id), 'fault')
    }
    const isComplete = await closed
    open.delete(response)
    lastAt = performance.now()
    onOutcome({
      id,
      method,
      path,
      status: response.statusCode,
      ms: performance.now() - began,
      waitedMs,
      bytes: request.socket.bytesWritten - writtenBefore,
      isComplete,
      refusal: refusedAs,
    })

    async function pass() {
      if (path === '/healthz') return sendHealth(response)
      const wrong = expectation ?? refusal
      // The tools of development have addresses and methods of their own.
      if (wrong !== undefined && !(isDevelopment && wrong.status === 405)) return end(wrong)
      if (method === 'OPTIONS' && !isDevelopment) {
        response.setHeader('allow', listMethods(path))
        // The routes of the API say themselves what pages of other hosts may ask.
        if (!path.startsWith('/api/')) {
          response.writeHead(204).end()
          return
        }
      }
      const asset = path.startsWith('/assets/') ? await assets.find(path) : undefined
      if (asset !== undefined) return await sendAsset(request, response, asset)
      if (path === '/readyz' && isDraining) return end(REFUSALS.stopping)
      const client = findClient(request.socket.remoteAddress, readForwardedFor(request), proxies)
      request.url = url
      removeInnerHeaders(request, settings)
      request.headers[REQUEST_ID_HEADER] = id
      const key = pages?.keyOf(request)
      // An operator's question is answered also when there is much to do.
      if (path === '/readyz') return await handle(request, response)
      if (pages && key !== undefined) return await sendKept(pages, key, client)
      if (method !== 'POST' || isDevelopment) return await take(request, client)
      const received = await bodies.read(request)
      if (received === 'gone') return
      if (typeof received === 'string') return end(REFUSALS[received])
      try {
        await take(withBody(request, received.body), client)
      } finally {
        received.release()
      }
    }

    /** @param {PageJobs} pages @param {string} key @param {string} client */
    async function sendKept(pages, key, client) {
      const reader = { client: isLoopback(client) ? undefined : client, closed }
      const made = await pages.get(key, request, reader)
      waitedMs = made.waitedMs
      const { page, refused } = made
      if (refused !== undefined && refused !== 'gone') return end(REFUSALS[refused])
      if (page === undefined) return
      await sendPage(request, response, page)
      pages.afterSending(key, page)
    }

    /** @param {IncomingMessage} ready @param {string} client */
    async function take(ready, client) {
      const place = admission.enter(isLoopback(client) ? undefined : client)
      closed.then(place.giveUp)
      const turn = await place.turn
      waitedMs = performance.now() - began
      if (turn === 'busy' || turn === 'busy-client') return end(REFUSALS[turn])
      try {
        if (turn === 'gone' || (await haveLeft([request.socket]))) return
        leaveWhenWaiting(response, place.leave)
        closed.then(() => setTimeout(place.leave, ABANDONED_MS).unref())
        await handle(ready, response)
      } finally {
        place.leave()
      }
    }

    /** @param {Refusal} why @param {string} [name] */
    function end(why, name = nameOf(why)) {
      refusedAs = name
      const { body, headers } = renderRefusal(why, { path, id })
      if (why.endsConnection) response.setHeader('connection', 'close')
      response.writeHead(why.status, headers).end(body)
    }
  }
}

/**
 * Gives a place in work back before the answer has ended when there is nothing to do but to wait for a reader that reads slowly.
 *
 * @param {ServerResponse} response
 * @param {() => void} leave
 */
function leaveWhenWaiting(response, leave) {
  const write = response.write
  /** @type {typeof response.write} */
  response.write = (/** @type {unknown[]} */ ...args) => {
    const mayGoOn = Reflect.apply(write, response, args)
    if (!mayGoOn) leave()
    return mayGoOn
  }
}

/** @param {ServerResponse} response */
function sendHealth(response) {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  response.writeHead(200, headers).end(JSON.stringify({ status: 'ok' }))
}

/** @param {IncomingMessage} request @param {ServerResponse} response @param {import('./assets.mjs').EncodedBody} asset */
async function sendAsset(request, response, asset) {
  const { encoding, bytes } = await asset.in(request.headers['accept-encoding'])
  const headers = {
    'content-type': `text/${/\.css$/.test(request.url ?? '') ? 'css' : 'javascript'}; charset=utf-8`,
    'content-length': bytes.length,
    ...(encoding && { 'content-encoding': encoding }),
    vary: 'accept-encoding',
    // Without a version in its address, in development, it is made anew.
    'cache-control': /-[\da-f]+\.(?:js|css)$/.test(request.url ?? '')
      ? 'public, max-age=31536000, immutable'
      : 'no-store',
  }
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes)
}

/** @param {Refusal} refusal */
function nameOf(refusal) {
  return Object.entries(REFUSALS).find(([, known]) => known === refusal)?.[0] ?? 'method'
}

/** @param {IncomingMessage} request */
function readForwardedFor({ headers }) {
  const value = headers['x-forwarded-for']
  return Array.isArray(value) ? value.join(',') : value
}
