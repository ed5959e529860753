// @ts-check
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { isOwnComputer } from '../../lib/http/own-computer.mjs'
import { formatIdentity, identityOf, readIndexLabel } from '../../lib/kb-index/file/index-label.mjs'

/**
 * A page as it is sent. `label` is that of the index that it was made from, `source` the file of its article.
 *
 * @typedef {{
 *   readonly status: number, readonly headers: Readonly<Record<string, string>>,
 *   readonly content: ReturnType<typeof import('./encodings.mjs').createEncodedBody>,
 *   readonly label?: string, readonly source?: { readonly path: string, readonly identity: string }, tag?: string
 * }} Page
 */

/** The index file is looked at this often, in milliseconds. */
const LOOK_MS = 100
/** Pages with parameters are searches, of which hardly two are alike: they have this part of the memory. */
const PART_OF_SEARCHES = 1 / 8
/** Paths that are no page, or one that nobody else may see. */
const NOT_KEPT =
  /^\/(?:api|_next|assets|share|pictures|files|sitemaps|check|resolve|readyz)(?:\/|$)|\.(?:xml|csv|txt|md|png|ico|svg|css|js|json|webmanifest)$/
/** Bytes beside the text of a page. */
const PAGE_OVERHEAD = 2000

/**
 * Keeps pages within a bound on bytes: for one index file, and for an article as long as its file is the same.
 *
 * @param {{ readonly maxBytes: number, readonly indexFile: string, readonly contentDir: string, readonly hasOrigin: boolean }} site
 */
export function createPageCache({ maxBytes, indexFile, contentDir, hasOrigin }) {
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

  return {
    keyOf,
    currentLabel,
    get,
    put,
    /** Counts a page again after it has been compressed. @param {string} key @param {Page} page */
    measure: (key, page) => {
      if (partOf(key).peek(key) !== page) return
      partOf(key).delete(key)
      partOf(key).set(key, page)
    },
    counts: () => ({ pages: plain.size + searches.size, page_bytes: plain.calculatedSize + searches.calculatedSize }),
  }

  /**
   * Gives what a page depends on beside the index, or `undefined` for what is never kept. Without a known origin a page on the
   * reader's own computer names the host.
   *
   * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
   */
  function keyOf({ method, url = '', headers }) {
    if (method !== 'GET' && method !== 'HEAD') return undefined
    if (NOT_KEPT.test(url.split('?', 1)[0] ?? '') || headers.accept?.includes('text/markdown')) return undefined
    const host = headers.host ?? ''
    return `${!hasOrigin && isOwnComputer(host) ? host.toLowerCase() : ''} ${url}`
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
    return label
  }

  /** @param {string} key */
  async function get(key) {
    const page = currentLabel() === undefined ? undefined : partOf(key).get(key)
    if (page?.source === undefined) return page
    if ((await readIdentity(page.source.path)) === page.source.identity) return page
    partOf(key).delete(key)
    return undefined
  }

  /**
   * Keeps a page that was made from the present index, and from a file that has not changed since `beganAt`.
   *
   * @param {string} key
   * @param {Page & { readonly path?: string }} page
   * @param {number} beganAt milliseconds since 1970
   * @returns {Promise<Page>}
   */
  async function put(key, { path, ...page }, beganAt) {
    const status = path === undefined ? undefined : await readStatus(path)
    const isSame = path === undefined || (status !== undefined && Number(status.ctimeMs) < beganAt)
    if (!isSame || page.label === undefined || page.label !== currentLabel()) return page
    const source = path && status ? { path, identity: formatIdentity(path, status) } : undefined
    const kept = { ...page, source }
    partOf(key).set(key, kept)
    return kept
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
