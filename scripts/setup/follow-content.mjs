import { setTimeout as delay } from 'node:timers/promises'
import { createRestarts } from '../shared/restarts.mjs'
import { startProcess } from '../shared/run-process.mjs'
import { scriptArguments } from '../shared/script-arguments.mjs'

const WATCHER = 'scripts/commands/watch-content.ts'

/**
 * Starts the process that keeps the index up to date while the articles are served, and starts it again if it dies. Gives the
 * function that ends it.
 */
export function startFollowing({ contentDir, indexFile, watch }) {
  let isStopped = watch === 'off'
  let watcher
  const restarts = createRestarts()
  const run = async () => {
    while (!isStopped) {
      watcher = startProcess(process.execPath, scriptArguments(WATCHER), {
        env: {
          KB_CONTENT: contentDir,
          KB_WATCH: watch,
          KB_SUPERVISED: String(process.pid),
          ...(indexFile && { KB_INDEX: indexFile }),
        },
        isShown: true,
      })
      const code = await watcher.ended
      // Ctrl+C reaches all processes of a terminal at once; this one ends with 0 only when it is told to.
      if (isStopped || code === 0) return
      const waitMs = restarts.next(performance.now())
      if (waitMs === undefined) {
        console.error('Changes of the articles are no longer noticed. See the output above, and start again.')
        return
      }
      console.error(`The watch of the articles stopped with exit code ${code}. It starts again in ${waitMs / 1000} s.`)
      await delay(waitMs)
    }
  }
  const ended = run()
  return async () => {
    isStopped = true
    await watcher?.stop()
    await ended
  }
}
