import { readFileSync, readlinkSync } from 'node:fs'

/** Fixed by Linux for all programs. */
const TICKS_PER_SECOND = 100
const TELLS = process.platform === 'linux'

/** Gives the name by which other threads of the process can ask for the time of this one; `undefined` where the system has none. */
export function nameOfThread(): string | undefined {
  return TELLS ? readlinkSync('/proc/thread-self') : undefined
}

/**
 * Gives the seconds of processor time that this thread, or one that is named, has used, so that other programs do not count.
 * Where the system does not tell, it gives the seconds of the clock.
 */
export function threadSeconds(thread = 'thread-self'): number {
  // Replace this by `process.threadCpuUsage()` when the oldest supported Node has it (23.9).
  const status = TELLS ? readFileSync(`/proc/${thread}/stat`, 'latin1') : undefined
  if (status === undefined) return performance.now() / 1000
  // The name of the program stands in parentheses and may hold blanks.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
