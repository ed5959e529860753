import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CommandError } from '../shared/command-error.mjs'
import { createRestarts } from '../shared/restarts.mjs'
import { startProcess } from '../shared/run-process.mjs'
import { onStopSignals, STOP_SIGNALS, whenParentIsGone } from '../shared/stop-signals.mjs'
import { requireFreePort } from './require-free-port.mjs'

const SERVER = fileURLToPath(new URL('../../server/main.mjs', import.meta.url))
/** The server ends within ten seconds; what takes longer hangs. */
const GRACE_SECONDS = 12

/**
 * Runs the server until it is stopped, and calls `onReady` with its URL when it answers. A server that served and died is
 * started again. Throws a `CommandError` if it never answers, or dies again and again.
 */
export async function runServer(mode, options, onReady) {
  const isDevelopment = mode === 'dev'
  const restarts = createRestarts()
  let server
  let isStopping = false
  let isReady = false
  const stop = () => {
    isStopping = true
    void server.stop()
  }
  // The first signal lets the server end what is under way, a second one ends it at once.
  onStopSignals(STOP_SIGNALS, stop, () => server.child.kill('SIGKILL'))
  // npm passes SIGTERM to its shell only, which ends silently. So under npm, a parent that is gone is the signal.
  if (process.env.npm_lifecycle_event) whenParentIsGone(stop)

  for (;;) {
    server = start(options, isDevelopment)
    const url = `http://${formatUrlHost(options.host)}:${options.port}`
    if ((await server.untilAnswered(`${url}/healthz`)) && !isStopping) {
      server.child.stdout.pipe(process.stdout)
      server.child.stderr.pipe(process.stderr)
      if (!isReady) onReady(url.replace('//127.0.0.1:', '//localhost:'))
      isReady = true
    }
    const code = await server.ended
    if (isStopping) return
    if (!isReady) {
      await requireFreePort(options.port, options.host)
      process.stderr.write(server.output())
    }
    const waitMs = isReady ? restarts.next(performance.now()) : undefined
    if (waitMs === undefined) {
      throw new CommandError(`The server stopped with exit code ${code}. See its output above.`)
    }
    console.error(`The server stopped with exit code ${code}. It starts again in ${waitMs / 1000} s.`)
    await delay(waitMs)
    if (isStopping) return
  }
}

function start({ contentDir, indexFile, host, port }, isDevelopment) {
  return startProcess(process.execPath, [SERVER, '--content', contentDir, '--host', host, '--port', String(port)], {
    env: {
      NODE_ENV: isDevelopment ? 'development' : 'production',
      ...(indexFile && { KB_INDEX: indexFile }),
      KB_SUPERVISED: String(process.pid),
      // A person at a terminal wants the address, not a line for each request.
      KB_LOG_REQUESTS: process.env.KB_LOG_REQUESTS || (process.stdout.isTTY ? 'off' : 'on'),
    },
    graceSeconds: GRACE_SECONDS,
  })
}

/** A host that means "every interface" is reached as this computer. */
function formatUrlHost(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
