// @ts-check

/** A server that dies more often than this within the window will not be cured by another start. */
const MAX_DEATHS = 5
const WINDOW_MS = 120_000
const FIRST_WAIT_MS = 250

/** Says how long to wait before a server that died is started again: each time twice as long, and after too many deaths never. */
export function createRestarts() {
  /** @type {number[]} */
  let deaths = []
  return {
    /** Gives milliseconds, or `undefined`: do not start again. @param {number} now */
    next(now) {
      deaths = [...deaths.filter((at) => now - at < WINDOW_MS), now]
      return deaths.length > MAX_DEATHS ? undefined : FIRST_WAIT_MS * 2 ** (deaths.length - 1)
    },
  }
}
