// @ts-check
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Agent } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createRestarts } from '../../scripts/shared/restarts.mjs'

/** @typedef {{ readonly port: number, readonly agent: Agent, readonly child: import('node:child_process').ChildProcess, active: number }} Renderer */

const PROGRAM = fileURLToPath(new URL('./renderer.mjs', import.meta.url))
/** Making a page leaves much behind at once; a larger young generation copies less of it. The old one is bounded. */
const MEMORY = ['--max-semi-space-size=32', '--max-old-space-size=256']
/** A request waits this long for a process to be there, in milliseconds. */
const WAIT_MS = 30_000

/**
 * Starts `count` processes that make pages, and starts each again that dies. `onGivenUp` is called when one dies again and again,
 * which another start will not cure.
 *
 * @param {{ readonly count: number, readonly host: string, readonly port: number }} site
 * @param {(reason: string) => void} onGivenUp
 */
export function startRenderers({ count, host, port }, onGivenUp) {
  const token = randomBytes(24).toString('base64url')
  /** @type {Set<Renderer>} */
  const ready = new Set()
  /** @type {Set<() => void>} */
  const waiting = new Set()
  for (let place = 0; place < count; place++) start(createRestarts())

  return {
    token,
    count: () => ready.size,
    take,
    untilFirst,
    /** Ends a process that hangs; another takes its place. @param {Renderer} renderer */
    kill: (renderer) => renderer.child.kill('SIGKILL'),
  }

  /** @param {ReturnType<typeof createRestarts>} restarts */
  function start(restarts) {
    // Other users of this computer may read the arguments of a process, and not its environment.
    const child = fork(PROGRAM, [], {
      execArgv: [...process.execArgv, ...MEMORY],
      env: { ...process.env, KB_RENDERER: JSON.stringify({ host, port, token }) },
    })
    /** @type {Renderer | undefined} */
    let renderer
    child.once('message', (message) => {
      const { port } = /** @type {{ port: number }} */ (message)
      renderer = { port, agent: new Agent({ keepAlive: true }), child, active: 0 }
      ready.add(renderer)
      for (const go of waiting) go()
      waiting.clear()
    })
    child.once('exit', (code, signal) => {
      if (renderer) {
        ready.delete(renderer)
        renderer.agent.destroy()
      }
      const reason = `A process that makes pages stopped with ${signal ?? `exit code ${code}`}.`
      const waitMs = restarts.next(performance.now())
      if (waitMs === undefined) return onGivenUp(reason)
      console.error(`${reason} It starts again in ${waitMs / 1000} s.`)
      setTimeout(() => start(restarts), waitMs).unref()
    })
  }

  /** Waits until a process is there. Gives false if none comes in time. @param {number} [waitMs] */
  async function untilFirst(waitMs = WAIT_MS) {
    if (ready.size > 0) return true
    return new Promise((/** @type {(isThere: boolean) => void} */ resolve) => {
      const go = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        waiting.delete(go)
        resolve(false)
      }, waitMs)
      waiting.add(go)
    })
  }

  /**
   * Gives the process that has the least to do, of several the one that was not asked for longest, so that all are warm. Gives `undefined` if none
   * comes in time.
   */
  async function take() {
    if (!(await untilFirst())) return undefined
    const [next] = [...ready].sort((one, other) => one.active - other.active)
    if (next && ready.delete(next)) ready.add(next)
    return next
  }
}
