import { readFileSync } from 'node:fs'

/** Fixed by Linux for all programs. */
const TICKS_PER_SECOND = 100

/**
 * Gives the seconds of processor time that this thread has used, so that other programs do not count. Where the system does
 * not tell, it gives the seconds of the clock.
 */
export function threadSeconds(): number {
  // Replace this by `process.threadCpuUsage()` when the oldest supported Node has it (23.9).
  const status = process.platform === 'linux' ? readFileSync('/proc/thread-self/stat', 'latin1') : undefined
  if (status === undefined) return performance.now() / 1000
  // The name of the program stands in parentheses and may hold blanks.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
