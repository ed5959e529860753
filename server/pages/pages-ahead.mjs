// @ts-check
import { setTimeout as delay, setImmediate } from 'node:timers/promises'

/** Nobody has asked for anything for this long, in milliseconds, when a page is made ahead. */
const QUIET_MS = 500
const LOOK_MS = 100
/** When all pages are made, and after a fault. */
const REST_MS = 2000
/** Of so many pages that are there already, others get their turn. */
const TURN = 100
/** The names of one site, of which each has its own pages. */
const MAX_FINISHED = 4

/**
 * Makes pages ahead of readers, one at a time, while nobody asks for anything: for each version of the site anew, until all are made or
 * there is no room. `make` tells whether a page is there then. Runs until the process ends.
 *
 * @param {{
 *   readonly idleMs: () => number, readonly hasRoom: () => boolean, readonly versionOf: () => string | undefined,
 *   readonly listAddresses: () => Promise<readonly string[]>, readonly make: (address: string) => Promise<boolean>,
 *   readonly onFault: (error: unknown) => void, readonly quietMs?: number, readonly restMs?: number
 * }} site
 */
export function startPagesAhead({ idleMs, hasRoom, versionOf, listAddresses, make, onFault, ...times }) {
  const { quietMs = QUIET_MS, restMs = REST_MS } = times
  let made = 0
  let of = 0
  let isStopped = false
  /** @type {string | undefined} */
  let seen
  /** @type {Set<string>} */
  const finished = new Set()
  void run()

  return {
    counts: () => ({ pages_ahead: made, pages_ahead_of: of }),
    stop: () => {
      isStopped = true
    },
  }

  async function run() {
    while (!isStopped) {
      try {
        await untilQuiet()
        const version = versionOf()
        // Those who make pages need a moment to see what has changed.
        const isSettled = version === seen
        seen = version
        if (isSettled && version !== undefined && !finished.has(version) && (await makeAll(version))) {
          if (finished.size >= MAX_FINISHED) finished.clear()
          finished.add(version)
        }
      } catch (error) {
        onFault(error)
      }
      await rest(restMs)
    }
  }

  /** Gives false if the site has changed meanwhile. @param {string} version */
  async function makeAll(version) {
    const addresses = await listAddresses()
    made = 0
    of = addresses.length
    let turn = 0
    for (const address of addresses) {
      await untilQuiet()
      if (isStopped || versionOf() !== version) return false
      if (!hasRoom()) return true
      if (await make(address)) made++
      if (++turn % TURN === 0) await setImmediate()
    }
    return true
  }

  async function untilQuiet() {
    while (!isStopped && idleMs() < quietMs) await rest(Math.min(LOOK_MS, quietMs))
  }
}

/** Keeps no process alive. @param {number} ms */
function rest(ms) {
  return delay(ms, undefined, { ref: false })
}
