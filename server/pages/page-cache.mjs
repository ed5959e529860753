// @ts-check
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { isOwnComputer } from '../../lib/http/own-computer.mjs'
import { formatIdentity, identityOf, readIndexLabel } from '../../lib/kb-index/file/index-label.mjs'

/** @typedef {import('./page-record.mjs').Page} Page */

/** The index file is looked at this often, in milliseconds. */
const LOOK_MS = 100
/** Pages with parameters are searches, of which hardly two are alike: they have this part of the memory. */
const PART_OF_SEARCHES = 1 / 8
/** Paths that are no page, or one that nobody else may see. */
const NOT_KEPT =
  /^\/(?:api|_next|assets|share|pictures|files|sitemaps|check|resolve|readyz)(?:\/|$)|\.(?:xml|csv|txt|md|png|ico|svg|css|js|json|webmanifest)$/
/** Keys of the pages of articles, without what a search has left in an address. */
const OF_ARTICLE = /^(?<host>\S*) \/(?:kb\/\d+|a\/\w+)$/
/** Bytes beside the text of a page. */
const PAGE_OVERHEAD = 2000

/**
 * Keeps pages within a bound on bytes: for one index file, and for an article as long as its file is the same. Pages of articles are kept in `store` as
 * well: those that every reader gets, and those for readers of this computer under one of its `ownHosts`.
 *
 * @param {{
 *   readonly maxBytes: number, readonly indexFile: string, readonly contentDir: string, readonly hasOrigin: boolean,
 *   readonly store?: ReturnType<typeof import('./page-store.mjs').createPageStore>, readonly ownHosts?: readonly string[]
 * }} site
 */
export function createPageCache({ maxBytes, indexFile, contentDir, hasOrigin, store, ownHosts = [] }) {
  const of = (/** @type {number} */ bytes) =>
    new LRUCache({
      maxSize: Math.floor(bytes),
      sizeCalculation: (/** @type {Page} */ { content }) => content.size() + PAGE_OVERHEAD,
    })
  const plain = of(maxBytes * (1 - PART_OF_SEARCHES))
  const searches = of(maxBytes * PART_OF_SEARCHES)
  const partOf = (/** @type {string} */ key) => (key.includes('?') ? searches : plain)
  /** @type {string | undefined} */
  let identity
  /** @type {string | undefined} */
  let label
  let lookedAt = Number.NEGATIVE_INFINITY
  let lastHost = hasOrigin ? '' : (ownHosts[0] ?? '')

  return {
    keyOf,
    /** The name of the site in the keys of those who asked last. */
    lastHost: () => lastHost,
    currentLabel,
    get,
    put,
    confirm,
    /** Looks at a page again after it has been sent: it may have been compressed. @param {string} key @param {Page} page */
    afterSending: (key, page) => {
      if (partOf(key).peek(key) !== page) return
      partOf(key).delete(key)
      partOf(key).set(key, page)
      if (page.content.isCompressed() && isStorable(key)) void store?.put(key, page)
    },
    storedAhead,
    counts: () => ({
      pages: plain.size + searches.size,
      page_bytes: plain.calculatedSize + searches.calculatedSize,
      ...store?.counts(),
    }),
  }

  /** @param {string} key */
  function isStorable(key) {
    const host = OF_ARTICLE.exec(key)?.groups?.host
    return host !== undefined && isKnownHost(host)
  }

  /** Anybody may name any port of the own computer, and would fill the disk. @param {string} host */
  function isKnownHost(host) {
    return host === '' || ownHosts.includes(host)
  }

  /**
   * Puts a page on disk before anybody asks for it, made by `make` unless it is kept, and tells whether it is there. Pages that readers have asked for
   * stay in memory.
   *
   * @param {string} key
   * @param {() => Promise<Page | undefined>} make gives one that may be kept
   */
  async function storedAhead(key, make) {
    await store?.ready()
    if (!store || !isStorable(key)) return false
    if (store.has(key)) return true
    const page = partOf(key).peek(key) ?? (await make())
    if (page?.source) await store.put(key, page)
    return store.has(key)
  }

  /**
   * Gives what a page depends on beside the index, or `undefined` for what is never kept. Without a known origin a page on the
   * reader's own computer names the host.
   *
   * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
   */
  function keyOf({ method, url = '', headers }) {
    const named = headers.host?.toLowerCase() ?? ''
    const host = !hasOrigin && isOwnComputer(named) ? named : ''
    if (isKnownHost(host)) lastHost = host
    if (method !== 'GET' && method !== 'HEAD') return undefined
    if (NOT_KEPT.test(url.split('?', 1)[0] ?? '') || headers.accept?.includes('text/markdown')) return undefined
    return `${host} ${url}`
  }

  /** Gives the label of the index file as it is now. What was kept for another one goes. */
  function currentLabel() {
    const now = performance.now()
    if (now - lookedAt < LOOK_MS) return label
    lookedAt = now
    const seen = identityOf(indexFile)
    if (seen === identity) return label
    identity = seen
    plain.clear()
    searches.clear()
    label = seen === undefined ? undefined : readIndexLabel(indexFile, seen)
    store?.follow(label)
    return label
  }

  /** @param {string} key */
  async function get(key) {
    if (currentLabel() === undefined) return undefined
    const inMemory = partOf(key).get(key)
    const page = inMemory ?? (isStorable(key) ? await store?.get(key) : undefined)
    if (page?.source === undefined) return page
    if ((await readIdentity(page.source.path)) !== page.source.identity) {
      partOf(key).delete(key)
      store?.forget(key)
      return undefined
    }
    if (page.label !== currentLabel()) return undefined
    if (inMemory === undefined) partOf(key).set(key, page)
    return page
  }

  /**
   * Keeps a page that was made from the present index, and from a file that has not changed since `beganAt`.
   *
   * @param {string} key
   * @param {Page & { readonly path?: string }} page
   * @param {number} beganAt milliseconds since 1970
   * @returns {Promise<Page>}
   */
  async function put(key, page, beganAt) {
    const confirmed = await confirm(page, beganAt)
    if (confirmed) partOf(key).set(key, confirmed)
    return confirmed ?? page
  }

  /** Gives a page with its file if it may be kept. @param {Parameters<typeof put>[1]} page @param {number} beganAt */
  async function confirm({ path, ...page }, beganAt) {
    const status = path === undefined ? undefined : await readStatus(path)
    const isSame = path === undefined || (status !== undefined && Number(status.ctimeMs) < beganAt)
    if (!isSame || page.label === undefined || page.label !== currentLabel()) return undefined
    return { ...page, source: path && status ? { path, identity: formatIdentity(path, status) } : undefined }
  }

  /** @param {string} path */
  async function readIdentity(path) {
    const status = await readStatus(path)
    return status && formatIdentity(path, status)
  }

  /** Gives `undefined` for a file that cannot be read. @param {string} path */
  async function readStatus(path) {
    return lstat(join(contentDir, path), { bigint: true }).catch(() => undefined)
  }
}
