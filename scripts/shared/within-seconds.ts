import { createContext, Script } from 'node:vm'
import { threadSeconds } from './thread-seconds'

const CALL = new Script('work()')
/** The processor counts time in steps, and what ends the work takes a moment. */
const NEARLY = 0.9
const LONGER = 4
/** What waits for other programs may take so many times longer by the clock. */
const LONGEST = 64

/** Thrown for work that was ended; the message says after how long, without a subject. */
export class TookTooLong extends Error {}

/**
 * Runs synchronous work, which is ended when it takes more seconds of processor time. Work that is ended by the clock because other
 * programs keep the processor is run again, with more time. What is ended may not hold anything that needs closing, since its
 * `finally` does not run.
 */
export function withinSeconds<Result>(seconds: number, work: () => Result): Result {
  for (let clock = seconds; ; clock *= LONGER) {
    const began = threadSeconds()
    try {
      return CALL.runInContext(createContext({ work }), { timeout: Math.ceil(clock * 1000) })
    } catch (error) {
      if (!isTimeout(error)) throw error
      const isBusy = threadSeconds() - began < seconds * NEARLY
      if (isBusy && clock < seconds * LONGEST) continue
      throw new TookTooLong(`took longer than ${isBusy ? clock : seconds} seconds`, { cause: error })
    }
  }
}

/** The error is one of the other context, so it is no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
