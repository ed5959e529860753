// @ts-check
import { createHash } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { formatRecord, parseRecord } from './page-record.mjs'
import { createSegment, openSegment, segmentOf } from './page-segment.mjs'

/** @typedef {import('./page-record.mjs').Page} Page */
/** @typedef {import('./page-segment.mjs').Place} Place */
/**
 * The pages of one version: of one index file and one build.
 *
 * @typedef {{
 *   readonly label: string, readonly name: string, readonly places: Map<string, Place>, readonly ready: Promise<void>,
 *   readonly segments: import('./page-segment.mjs').Segment[], bytes: number, own?: ReturnType<typeof createSegment>
 * }} Version
 */

/** Only folders with such a name are ours to remove; the number is that of the format. */
const VERSION = /^v\d+-[0-9a-f]{32}$/
const FORMAT = 'v1'
/** Each start that keeps a page adds a segment, and each open one takes a file handle. */
const MAX_SEGMENTS = 16
/** Bytes that wait to be written; a slower disk gets fewer pages. */
const MAX_WAITING_BYTES = 16_000_000

/**
 * Keeps compressed pages in files below a folder, within a bound on bytes, for the index that `follow` names. Any number of processes may do so
 * in one folder: each writes to a segment of its own and reads those that it finds. After a fault, which `onFault` gets once, nothing more is written.
 *
 * @param {{ readonly folder: string, readonly maxBytes: number, readonly build: string }} place
 * @param {(error: unknown) => void} onFault
 */
export function createPageStore({ folder, maxBytes, build }, onFault) {
  /** @type {Version | undefined} */
  let version
  /** @type {Set<string>} */
  const writing = new Set()
  let waitingBytes = 0
  let isFaulty = false
  let isFull = false
  let readTotal = 0

  return {
    follow,
    get,
    put,
    has: (/** @type {string} */ key) => version?.places.has(key) ?? false,
    forget: (/** @type {string} */ key) => version?.places.delete(key),
    /** Resolves when the pages of the present version can be asked for. */
    ready: async () => version?.ready,
    /** Tells whether another page may be written. */
    hasRoom: () => !isFaulty && !isFull,
    counts: () => ({
      stored_pages: version?.places.size ?? 0,
      stored_page_bytes: version?.bytes ?? 0,
      stored_pages_read_total: readTotal,
    }),
    close: () => leave(version, false),
  }

  /** Opens the pages of an index, and removes those of all others. @param {string | undefined} label */
  function follow(label) {
    void leave(version, true)
    isFull = false
    version = label === undefined ? undefined : open(label)
  }

  /** @param {string} label @returns {Version} */
  function open(label) {
    const hash = createHash('sha256').update(`${build}\n${label}`).digest('hex').slice(0, 32)
    /** @type {Version} */
    const opened = {
      label,
      name: `${FORMAT}-${hash}`,
      places: new Map(),
      segments: [],
      bytes: 0,
      ready: Promise.resolve().then(() => load(opened).catch(fail)),
    }
    return opened
  }

  /** @param {Version} opened */
  async function load(opened) {
    const here = join(folder, opened.name)
    for (const other of await listNames(folder)) {
      if (VERSION.test(other) && other !== opened.name) await rm(join(folder, other), { recursive: true, force: true })
    }
    const names = (await listNames(here)).flatMap((file) => segmentOf(file) ?? [])
    if (names.length > MAX_SEGMENTS) {
      await rm(here, { recursive: true, force: true })
      return
    }
    for (const name of names) {
      const found = await openSegment(here, name).catch(unlessMissing)
      if (!found) continue
      opened.segments.push(found.segment)
      opened.bytes += found.segment.size
      for (const [key, place] of found.places) opened.places.set(key, place)
    }
  }

  /** Gives a page as it was put, or `undefined`; one that is damaged is forgotten. @param {string} key @returns {Promise<Page | undefined>} */
  async function get(key) {
    const from = version
    await from?.ready
    const place = from?.places.get(key)
    if (!from || !place) return undefined
    try {
      const record = await place.segment.read(place.length, place.at)
      const page = parseRecord(`${from.name} ${key}`, record)
      if (page) {
        readTotal++
        return { ...page, label: from.label }
      }
    } catch (error) {
      // Of a version that was left meanwhile, the files are closed.
      if (from === version) fail(error)
    }
    from.places.delete(key)
    return undefined
  }

  /** Writes a page, unless it is there, there is no room, or too many wait. @param {string} key @param {Page} page */
  async function put(key, page) {
    const to = version
    if (!to || page.label !== to.label || to.places.has(key) || writing.has(key)) return
    if (isFaulty || isFull || waitingBytes > MAX_WAITING_BYTES) return
    writing.add(key)
    try {
      await to.ready
      const record = await formatRecord(`${to.name} ${key}`, page)
      if (to.bytes + record.length > maxBytes) {
        isFull = to === version
        return
      }
      to.bytes += record.length
      waitingBytes += record.length
      try {
        to.own ??= startSegment(to)
        to.places.set(key, await (await to.own).append(key, record))
      } finally {
        waitingBytes -= record.length
      }
    } catch (error) {
      if (to === version) fail(error)
    } finally {
      writing.delete(key)
    }
  }

  /** @param {Version} to */
  async function startSegment(to) {
    await mkdir(join(folder, to.name), { recursive: true, mode: 0o700 })
    const segment = await createSegment(join(folder, to.name))
    to.segments.push(segment)
    return segment
  }

  /** @param {Version | undefined} left @param {boolean} isOld */
  async function leave(left, isOld) {
    if (!left) return
    await left.ready
    await left.own?.catch(() => {})
    for (const segment of left.segments) await segment.close()
    if (isOld) await rm(join(folder, left.name), { recursive: true, force: true }).catch(fail)
  }

  /** @param {unknown} error */
  function fail(error) {
    if (!isFaulty) onFault(error)
    isFaulty = true
  }
}

/** Gives nothing for a folder that is not there. @param {string} folder */
async function listNames(folder) {
  return (await readdir(folder).catch(unlessMissing)) ?? []
}

/** Another process may remove what it has left. @param {unknown} error */
function unlessMissing(error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  return undefined
}
