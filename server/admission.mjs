// @ts-check

/** @typedef {'go' | 'busy' | 'busy-client' | 'gone'} Turn */
/** @typedef {{ client: string | undefined, settle: (turn: Turn) => void, timer: NodeJS.Timeout | undefined }} Waiting */

/**
 * Lets `maxActive` requests through at a time, first come, first served. `maxWaiting` wait for at most `maxWaitMs`, and of one
 * client at most `maxPerClient` wait or are in work; the rest is refused at once. A client `undefined` has no bound of its own.
 *
 * @param {{ maxActive: number, maxWaiting: number, maxWaitMs: number, maxPerClient: number }} limits
 */
export function createAdmission({ maxActive, maxWaiting, maxWaitMs, maxPerClient }) {
  let active = 0
  /** @type {Set<Waiting>} */
  const waiting = new Set()
  /** @type {Map<string, number>} */
  const ofClient = new Map()

  return {
    counts: () => ({ active, waiting: waiting.size }),
    enter,
  }

  /**
   * Waits for a turn. Who gets `go` must call `leave` once; `giveUp` ends the wait, because the client has gone.
   *
   * @param {string | undefined} client
   * @returns {{ turn: Promise<Turn>, leave: () => void, giveUp: () => void }}
   */
  function enter(client) {
    const entered = (client === undefined ? 0 : ofClient.get(client)) ?? 0
    if (entered >= maxPerClient) return refused('busy-client')
    if (active >= maxActive && waiting.size >= maxWaiting) return refused('busy')
    if (client !== undefined) ofClient.set(client, entered + 1)
    let isIn = false
    /** @type {Waiting} */
    const request = { client, settle: () => {}, timer: undefined }
    /** @type {Promise<Turn>} */
    const turn = new Promise((resolve) => {
      request.settle = (outcome) => {
        clearTimeout(request.timer)
        waiting.delete(request)
        isIn = outcome === 'go'
        if (isIn) active++
        else forget(client)
        resolve(outcome)
      }
    })
    if (active < maxActive) request.settle('go')
    else {
      waiting.add(request)
      if (Number.isFinite(maxWaitMs)) request.timer = setTimeout(() => request.settle('busy'), maxWaitMs)
    }
    return {
      turn,
      giveUp: () => {
        if (waiting.has(request)) request.settle('gone')
      },
      leave: () => {
        if (!isIn) return
        isIn = false
        active--
        forget(client)
        const [next] = waiting
        if (active < maxActive) next?.settle('go')
      },
    }
  }

  /** @param {string | undefined} client */
  function forget(client) {
    if (client === undefined) return
    const left = (ofClient.get(client) ?? 1) - 1
    if (left > 0) ofClient.set(client, left)
    else ofClient.delete(client)
  }
}

/** @param {Turn} turn */
function refused(turn) {
  return { turn: Promise.resolve(turn), leave: () => {}, giveUp: () => {} }
}
