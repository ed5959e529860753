/** The signals with which people and systems ask a program to end. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A terminal and npm may send the same signal, one right after the other. */
const SAME_SIGNAL_MS = 500
const PARENT_POLL_MS = 500

/**
 * Calls `stop` at the first of `signals`, and `end` at a second one.
 *
 * @param {readonly string[]} signals
 * @param {() => void} stop
 * @param {() => void} end
 */
export function onStopSignals(signals, stop, end) {
  let stoppedAt = Number.NaN
  for (const signal of signals) {
    process.on(signal, () => {
      const now = performance.now()
      if (Number.isNaN(stoppedAt)) {
        stoppedAt = now
        stop()
      } else if (now - stoppedAt > SAME_SIGNAL_MS) end()
    })
  }
}

/**
 * Calls `stop` when the process that started this one has ended, however it did. It may have ended before this is called, so
 * whoever starts a process tells it who it is.
 *
 * @param {() => void} stop
 * @param {number} parent
 */
export function whenParentIsGone(stop, parent = process.ppid) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, PARENT_POLL_MS)
  watch.unref()
}
