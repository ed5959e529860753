// @ts-check
// Serves the built pages, without a compiler and without writing anything: what a container or a service unit starts.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError, runCommand } from '../scripts/shared/command-error.mjs'
import { parseServerOptions } from '../scripts/shared/options.mjs'
import { PROJECT_ROOT } from '../scripts/shared/project-root.mjs'
import { onStopSignals, STOP_SIGNALS, whenParentIsGone } from '../scripts/shared/stop-signals.mjs'
import { bundleAssetsAnew, readAssets } from './assets.mjs'
import { createEdge } from './edge.mjs'
import { logToNobody, writeLine } from './log.mjs'
import { forward } from './pages/forward.mjs'
import { createKeptPages, startMakingAhead } from './pages/kept-pages.mjs'
import { createPageJobs } from './pages/page-jobs.mjs'
import { startRenderers } from './pages/renderers.mjs'
import { sendAnswer } from './pages/send-answer.mjs'
import { createRouteNames } from './route-template.mjs'
import { parseSettings } from './settings.mjs'

/** Loading the framework takes a second or two. */
const FIRST_RENDERER_MS = 60_000

await runCommand(async () => {
  const { host, port, contentDir } = parseServerOptions(process.argv.slice(2), process.env)
  const isDevelopment = process.env.NODE_ENV === 'development'
  const settings = parseSettings(process.env, { isDevelopment, maxFiles: readMaxFiles() })
  const assets = isDevelopment ? bundleAssetsAnew() : readAssets()
  process.env.KB_CONTENT = contentDir
  process.env.KB_ASSETS = assets.version ?? ''
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  logToNobody()

  /** @type {import('./edge.mjs').Handler} */
  let handle = async () => {}
  const nameRoute = isDevelopment
    ? () => '(development)'
    : createRouteNames(JSON.parse(readBuilt('routes-manifest.json')))
  /** @type {Awaited<ReturnType<typeof import('./metrics.mjs').startMetrics>> | undefined} */
  let metrics
  const renderers = isDevelopment ? undefined : startRenderers({ count: settings.workers, host, port }, giveUp)
  const kept = isDevelopment ? undefined : createKeptPages({ contentDir, host, port, build: describeBuild() }, settings)
  /** @type {ReturnType<typeof startMakingAhead> | undefined} */
  let ahead
  const edge = createEdge({
    settings,
    assets,
    handle: (request, response) => handle(request, response),
    createPages: renderers && kept && ((enter) => createPageJobs({ renderers, ...kept }, enter)),
    onOutcome: (outcome) => {
      const route = nameRoute(outcome.path)
      metrics?.record(outcome, route)
      if (settings.logsRequests) writeLine({ message: 'request', ...describe(outcome), route })
    },
    onFault: (id, error) => console.error(`Fault ${id}:`, error),
  })
  if (renderers) {
    handle = async (request, response) => {
      const { method = 'GET', url = '/', headers } = request
      const body = method === 'POST' ? request : undefined
      const { pages_ahead, pages_ahead_of } = ahead?.counts() ?? {}
      if (ahead) headers['x-kb-pages-ahead'] = `${pages_ahead} ${pages_ahead_of}`
      await sendAnswer(request, response, await forward(renderers, { method, url, headers, body }))
    }
    if (!(await renderers.untilFirst(FIRST_RENDERER_MS))) giveUp('No process that makes pages has started.')
  } else {
    // The framework's client shows a change of code, and has a connection of its own to this server.
    const { default: next } = await import('next')
    const pages = next({ dev: true, dir: PROJECT_ROOT, hostname: host, port, httpServer: edge.server })
    await pages.prepare()
    handle = /** @type {import('./edge.mjs').Handler} */ (pages.getRequestHandler())
  }
  if (settings.metrics) {
    const { startMetrics } = await import('./metrics.mjs')
    metrics = await startMetrics(settings.metrics, () => ({
      ...edge.counts(),
      ...ahead?.counts(),
      renderers: renderers?.count() ?? 0,
    }))
  }
  edge.server.listen(port, host)
  await once(edge.server, 'listening')
  if (renderers && kept?.store && edge.pages && settings.makesPagesAhead) {
    ahead = startMakingAhead(kept, { renderers, idleMs: edge.idleMs, makeAhead: edge.pages.makeAhead })
  }

  const stop = async () => {
    const cut = await edge.drain()
    if (cut > 0) console.error(`${cut} connections were cut, because they did not end in time.`)
    process.exit(0)
  }
  if (process.env.KB_SUPERVISED) {
    // A terminal sends its signals to `npm start` as well, which passes them on as SIGTERM.
    process.on('SIGINT', () => {}).on('SIGHUP', () => {})
    whenParentIsGone(stop, Number(process.env.KB_SUPERVISED))
  }
  onStopSignals(process.env.KB_SUPERVISED ? ['SIGTERM'] : STOP_SIGNALS, stop, () => process.exit(130))
})

/** @param {string} reason */
function giveUp(reason) {
  console.error(reason)
  process.exit(1)
}

/** What the pages depend on beside their index. */
function describeBuild() {
  return `${readBuilt('BUILD_ID')} ${process.env.KB_ASSETS} ${process.env.KB_ORIGIN ?? ''}`
}

/** @param {import('./edge.mjs').Outcome} outcome */
function describe({ path: _, ms, waitedMs, ...outcome }) {
  return { ...outcome, ms: Math.round(ms), waitedMs: Math.round(waitedMs) }
}

/** @param {string} name of a file of the build */
function readBuilt(name) {
  try {
    return readFileSync(join(PROJECT_ROOT, '.next', name), 'utf8')
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
