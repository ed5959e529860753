// @ts-check
import { createHash } from 'node:crypto'
import { REQUEST_ID_HEADER } from '../../lib/http/limits.mjs'
import { haveLeft } from '../sockets.mjs'
import { createEncodedBody } from './encodings.mjs'
import { forward } from './forward.mjs'
import { readPage } from './send-answer.mjs'

/** @typedef {import('./page-record.mjs').Page} Page */
/** @typedef {import('node:net').Socket} Socket */
/** @typedef {Exclude<import('../admission.mjs').Turn, 'go'>} Refused */
/** @typedef {{ readonly page?: Page, readonly refused?: Refused, readonly waitedMs: number }} Made */

/** Shared caches may show a page for a minute after the index has changed; browsers ask each time, and get 304. */
const KEPT_HEADERS = { 'cache-control': 'public, max-age=0, s-maxage=60', vary: 'accept, accept-encoding' }

/**
 * Gives pages that are kept, and has each other page made once, however many wait for it.
 *
 * @param {{
 *   readonly renderers: import('./forward.mjs').Renderers,
 *   readonly cache: ReturnType<typeof import('./page-cache.mjs').createPageCache>,
 *   readonly build: string
 * }} site
 * @param {ReturnType<typeof import('../admission.mjs').createAdmission>['enter']} enter
 */
export function createPageJobs({ renderers, cache, build }, enter) {
  /** @type {Map<string, { readonly sockets: Set<Socket>, readonly done: Promise<Made>, readonly giveUp: () => void }>} */
  const jobs = new Map()
  let kept = 0
  let made = 0
  let madeAhead = 0

  return {
    keyOf: cache.keyOf,
    afterSending: cache.afterSending,
    counts: () => ({ ...cache.counts(), pages_kept_total: kept, pages_made_total: made, pages_ahead_total: madeAhead }),
    get,
    makeAhead,
  }

  /** Puts the page of an address on disk as a reader would get it, and tells whether it is there. @param {string} url @param {string} [host] the name of the site for them */
  async function makeAhead(url, host) {
    const request = { method: 'GET', url, headers: { host } }
    const key = `${host ?? ''} ${url}`
    return await cache.storedAhead(key, () => {
      madeAhead++
      return make(key, request, cache.confirm)
    })
  }

  /**
   * Gives the page of a key, or why it was not made. The promise never ends for a reader that has gone.
   *
   * @param {string} key
   * @param {import('node:http').IncomingMessage} request
   * @param {{ readonly client: string | undefined, readonly closed: Promise<unknown> }} reader
   * @returns {Promise<Made>}
   */
  async function get(key, request, { client, closed }) {
    const known = await cache.get(key)
    if (known) {
      kept++
      return { page: known, waitedMs: 0 }
    }
    const name = `${cache.currentLabel()} ${key}`
    const job = jobs.get(name) ?? start(name, key, request, client)
    job.sockets.add(request.socket)
    closed.then(() => {
      job.sockets.delete(request.socket)
      if (job.sockets.size === 0) job.giveUp()
    })
    return await job.done
  }

  /** @param {string} name @param {string} key @param {import('node:http').IncomingMessage} request @param {string} [client] */
  function start(name, key, request, client) {
    const began = performance.now()
    const place = enter(client)
    /** @type {Set<Socket>} */
    const sockets = new Set()
    const job = { sockets, giveUp: place.giveUp, done: run() }
    jobs.set(name, job)
    return job

    /** @returns {Promise<Made>} */
    async function run() {
      try {
        const turn = await place.turn
        const waitedMs = performance.now() - began
        if (turn !== 'go') return { refused: turn, waitedMs }
        if (await haveLeft(sockets)) return { refused: 'gone', waitedMs }
        made++
        const page = await make(key, request, (one, beganAt) => cache.put(key, one, beganAt))
        return { page, waitedMs }
      } finally {
        place.leave()
        jobs.delete(name)
      }
    }
  }

  /**
   * Makes a page. Only what it may depend on goes along: no cookie, no language.
   *
   * @template Kept
   * @param {string} key
   * @param {Pick<import('node:http').IncomingMessage, 'url' | 'headers'>} request
   * @param {(page: Page & { readonly path?: string }, beganAt: number) => Promise<Kept>} keep is given a page that is the same for every reader
   * @returns {Promise<Page | Kept>}
   */
  async function make(key, { url = '', headers: { host, ...sent } }, keep) {
    const beganAt = Date.now()
    const headers = { host, accept: 'text/html', [REQUEST_ID_HEADER]: sent[REQUEST_ID_HEADER] }
    const {
      status,
      headers: answered,
      body,
      marks,
    } = await readPage(await forward(renderers, { method: 'GET', url, headers }))
    const content = createEncodedBody(body)
    if (status !== 200 || !/^text\/html\b/.test(answered['content-type'] ?? '')) {
      return { status, headers: answered, content }
    }
    const page = { status, headers: { ...answered, ...KEPT_HEADERS }, content, ...marks }
    if (marks.label === undefined) return { ...page, headers: { ...answered, 'cache-control': 'no-store' } }
    const tag = hash([build, marks.label.split('.')[0], key].join('\n'))
    return await keep({ ...page, tag }, beganAt)
  }
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27)
}
