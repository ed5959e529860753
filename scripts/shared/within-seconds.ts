import { createContext, Script } from 'node:vm'

const CALL = new Script('work()')

/** Thrown for work that was ended by the clock. */
export class TookTooLong extends Error {}

/**
 * Runs synchronous work, which is ended when it takes longer. What is ended may not hold anything that needs closing, since
 * its `finally` does not run.
 */
export function withinSeconds<Result>(seconds: number, work: () => Result): Result {
  try {
    return CALL.runInContext(createContext({ work }), { timeout: seconds * 1000 })
  } catch (error) {
    if (!isTimeout(error)) throw error
    throw new TookTooLong(`It took longer than ${seconds} seconds.`, { cause: error })
  }
}

/** The error is one of the other context, so it is no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
