import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { CommandError } from '../shared/command-error.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { NEXT } from './build-pages.mjs'
import { requireFreePort } from './require-free-port.mjs'

const POLL_MS = 50
/**
 * A search stands in the address, and whatever is pasted into it has a page: Node by itself answers more than 16 KB with
 * status 431 and nothing to read.
 */
const MAX_ADDRESS_BYTES = 2 * 1024 * 1024
const PARENT_POLL_MS = 500
/** A server that has not stopped by then is ended: open downloads must not hold up the person who wants it gone. */
const STOP_MS = 5000

/**
 * Runs `next start` or `next dev` until it ends or is told to stop, and calls `onReady` with its address when it
 * answers. Throws a `CommandError` when it does not come up.
 */
export async function runServer(mode, { contentDir, indexFile, host, port }, onReady) {
  const nodeOptions = [`--max-http-header-size=${MAX_ADDRESS_BYTES}`]
  const child = spawn(process.execPath, [...nodeOptions, NEXT, mode, '--hostname', host, '--port', String(port)], {
    cwd: PROJECT_ROOT,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      KB_CONTENT: contentDir,
      ...(indexFile && { KB_INDEX: indexFile }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const state = { isReady: false, isStopping: false }
  const held = []
  // What the framework says before it answers is shown only if it never does.
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (data) => (state.isReady ? to.write(data) : held.push(data)))
  }
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop(child, state))

  if (process.env.npm_lifecycle_event) stopWithParent(() => stop(child, state))

  const url = `http://${hostInUrl(host)}:${port}`
  await Promise.race([ended, untilAnswered(`${url}/healthz`, child)])
  if (child.exitCode === null && child.signalCode === null && !state.isStopping) {
    state.isReady = true
    onReady(url.replace('//127.0.0.1:', '//localhost:'))
  }
  const code = await ended
  if (state.isStopping) return
  if (!state.isReady) {
    await requireFreePort(port, host)
    process.stderr.write(Buffer.concat(held))
  }
  throw new CommandError(`The server ended with exit code ${code}. Read its message above and start it again.`)
}

/** npm hands SIGTERM to its shell only, which ends without a word: under npm, a parent that is gone is the signal. */
function stopWithParent(stopServer) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stopServer()
  }, PARENT_POLL_MS)
  watch.unref()
}

function stop(child, state) {
  state.isStopping = true
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref()
}

async function untilAnswered(address, child) {
  while (child.exitCode === null && child.signalCode === null) {
    const isAnswered = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isAnswered) return
    await delay(POLL_MS)
  }
}

/** A host that means "every interface" is reached under this computer's own name. */
function hostInUrl(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
