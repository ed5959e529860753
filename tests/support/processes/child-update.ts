import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./update-in-child.ts', import.meta.url))

/** An update of an index in a process of its own. */
export interface ChildUpdate {
  readonly process: ChildProcess
  /** Resolves to the exit code, `null` for one that was killed. */
  readonly ended: Promise<number | null>
  /** Resolves when the process says this word. */
  readonly says: (word: 'begun' | 'standing') => Promise<void>
  readonly kill: () => Promise<void>
}

/** Starts an update in a process of its own, which stands still when it has read so many files. */
export function startUpdate(contentDir: string, indexFile: string, standsStillAt = 0): ChildUpdate {
  const child = fork(SCRIPT, [contentDir, indexFile, String(standsStillAt)], { execArgv: ['--import', 'tsx'] })
  const heard = new Set<unknown>()
  child.on('message', (word) => heard.add(word))
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  return {
    process: child,
    ended,
    says: async (word) => {
      while (!heard.has(word)) {
        const [said] = await Promise.race([once(child, 'message'), ended.then((code) => [`ended with ${code}`])])
        if (typeof said === 'string' && said.startsWith('ended')) throw new Error(`The update ${said}.`)
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
