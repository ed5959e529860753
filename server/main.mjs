// @ts-check
// Serves the built pages, without a compiler and without writing anything: what a container or a service unit starts.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { CommandError, runCommand } from '../scripts/shared/command-error.mjs'
import { parseServerOptions } from '../scripts/shared/options.mjs'
import { PROJECT_ROOT } from '../scripts/shared/project-root.mjs'
import { onStopSignals, STOP_SIGNALS, whenParentIsGone } from '../scripts/shared/stop-signals.mjs'
import { createEdge } from './edge.mjs'
import { createRouteNames } from './route-template.mjs'
import { parseSettings } from './settings.mjs'

await runCommand(async () => {
  const { host, port, contentDir } = parseServerOptions(process.argv.slice(2), process.env)
  const isDevelopment = process.env.NODE_ENV === 'development'
  const settings = parseSettings(process.env, { isDevelopment, maxFiles: readMaxFiles() })
  process.env.KB_CONTENT = contentDir
  process.env.NEXT_TELEMETRY_DISABLED = '1'

  // Where nobody reads the log any more, each fault of writing would be logged as a fault, without end.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error) => {
      if (!('code' in error && error.code === 'EPIPE')) throw error
    })
  }

  /** @type {import('./edge.mjs').Handler} */
  let handle = async () => {}
  const nameRoute = isDevelopment ? () => '(development)' : createRouteNames(readManifest())
  /** @type {Awaited<ReturnType<typeof import('./metrics.mjs').startMetrics>> | undefined} */
  let metrics
  const edge = createEdge({
    settings,
    handle: (request, response) => handle(request, response),
    onOutcome: (outcome) => {
      const route = nameRoute(outcome.path)
      metrics?.record(outcome, route)
      if (settings.logsRequests) writeLine({ message: 'request', ...describe(outcome), route })
    },
    onFault: (id, error) => console.error(`Fault ${id}:`, error),
  })
  // In production nothing may pass the edge, and the framework would listen for upgrades on the server that it is given.
  const httpServer = isDevelopment ? edge.server : createServer()
  const pages = next({ dev: isDevelopment, dir: PROJECT_ROOT, hostname: host, port, httpServer })
  await pages.prepare()
  handle = pages.getRequestHandler()
  if (settings.metrics) {
    const { startMetrics } = await import('./metrics.mjs')
    metrics = await startMetrics(settings.metrics, edge.counts)
  }
  edge.server.listen(port, host)
  await once(edge.server, 'listening')

  const stop = async () => {
    const cut = await edge.drain()
    if (cut > 0) console.error(`${cut} connections were cut, because they did not end in time.`)
    process.exit(0)
  }
  if (process.env.KB_SUPERVISED) {
    // A terminal sends its signals to `npm start` as well, which passes them on as SIGTERM.
    process.on('SIGINT', () => {}).on('SIGHUP', () => {})
    whenParentIsGone(stop)
  }
  onStopSignals(process.env.KB_SUPERVISED ? ['SIGTERM'] : STOP_SIGNALS, stop, () => process.exit(130))
})

/** @param {import('./edge.mjs').Outcome} outcome */
function describe({ path: _, ms, waitedMs, ...outcome }) {
  return { ...outcome, ms: Math.round(ms), waitedMs: Math.round(waitedMs) }
}

/** One line of JSON for each event: a line break in a value is escaped. @param {object} event */
function writeLine(event) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'info', ...event })}\n`)
}

function readManifest() {
  const file = join(PROJECT_ROOT, '.next', 'routes-manifest.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new CommandError('The pages are not built. Run "npm run build" first, or "npm start", which does.')
  }
}

/** How many files this process may have open; every connection is one. */
function readMaxFiles() {
  const report = /** @type {{ userLimits?: { open_files?: { soft?: number | string } } }} */ (
    process.report.getReport()
  )
  const soft = report.userLimits?.open_files?.soft
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY
}
