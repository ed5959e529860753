import { CommandError } from '../shared/command-error.mjs'
import { STOP_SIGNALS, startProcess } from '../shared/run-process.mjs'
import { NEXT } from './build-pages.mjs'
import { requireFreePort } from './require-free-port.mjs'

/**
 * Searches are part of the URL, and people paste long texts into the box. Node's own limit is 16 KB, after which it
 * answers 431 without a page.
 */
const MAX_URL_BYTES = 2 * 1024 * 1024
const PARENT_POLL_MS = 500
/** Open downloads must not keep a server alive that somebody has stopped. */
const GRACE_SECONDS = 5

/**
 * Runs `next start` or `next dev` until it ends or is stopped, and calls `onReady` with its URL when it answers. Throws
 * a `CommandError` if it ends by itself.
 */
export async function runServer(mode, { contentDir, indexFile, host, port }, onReady) {
  const args = [`--max-http-header-size=${MAX_URL_BYTES}`, NEXT, mode, '--hostname', host, '--port', String(port)]
  const server = startProcess(process.execPath, args, {
    env: {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      KB_CONTENT: contentDir,
      ...(indexFile && { KB_INDEX: indexFile }),
    },
    graceSeconds: GRACE_SECONDS,
  })
  let isStopping = false
  const stop = () => {
    isStopping = true
    void server.stop()
  }
  for (const signal of STOP_SIGNALS) process.once(signal, stop)
  if (process.env.npm_lifecycle_event) stopWithParent(stop)

  const url = `http://${formatUrlHost(host)}:${port}`
  const isReady = await server.untilAnswered(`${url}/healthz`)
  if (isReady && !isStopping) {
    server.child.stdout.pipe(process.stdout)
    server.child.stderr.pipe(process.stderr)
    onReady(url.replace('//127.0.0.1:', '//localhost:'))
  }
  const code = await server.ended
  if (isStopping) return
  if (!isReady) {
    await requireFreePort(port, host)
    process.stderr.write(server.output())
  }
  throw new CommandError(`The server stopped with exit code ${code}. See its output above.`)
}

/** npm passes SIGTERM to its shell only, which ends silently. So under npm, a parent that is gone is the signal. */
function stopWithParent(stop) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, PARENT_POLL_MS)
  watch.unref()
}

/** A host that means "every interface" is reached as this computer. */
function formatUrlHost(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
