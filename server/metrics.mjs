// @ts-check
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds. Most pages take some hundredths. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What the edge counts, by name. */
const GAUGES = {
  active: 'Requests in work.',
  waiting: 'Requests that wait for others to end.',
  connections: 'Open connections.',
  renderers: 'Processes that make pages.',
  pages: 'Pages that are kept.',
  page_bytes: 'Bytes of the pages that are kept.',
  pages_kept_total: 'Answers with a page that was kept.',
  pages_made_total: 'Pages that were made for readers.',
  stored_pages: 'Pages that are kept on disk.',
  stored_page_bytes: 'Bytes of the pages on disk.',
  stored_pages_read_total: 'Pages that were read from disk.',
  pages_ahead: 'Pages of articles that are on disk before anybody asks for them.',
  pages_ahead_of: 'Articles of which the page is made ahead.',
}

/**
 * Serves what Prometheus collects, on a port of its own that readers do not reach. Its labels are route templates, methods,
 * statuses and reasons of ours: nothing that a reader sends.
 *
 * @param {{ readonly host: string, readonly port: number }} address
 * @param {() => Readonly<Record<string, number>>} counts
 */
export async function startMetrics({ host, port }, counts) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const seconds = new Histogram({
    name: 'kb_request_seconds',
    help: 'Time from the whole request to the end of its answer, waiting included.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const refused = new Counter({
    name: 'kb_refused_total',
    help: 'Requests that the edge answered itself, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const abandoned = new Counter({
    name: 'kb_abandoned_total',
    help: 'Requests of which the client left before the answer ended.',
    registers,
  })
  for (const [name, help] of Object.entries(GAUGES)) {
    new Gauge({
      name: `kb_${name}`,
      help,
      registers,
      collect() {
        this.set(counts()[name] ?? 0)
      },
    })
  }

  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const text = await registry.metrics()
    response.writeHead(200, { 'content-type': registry.contentType }).end(text)
  })
  server.listen(port, host)
  await once(server, 'listening')

  return {
    close: () => server.close(),
    /** @param {import('./edge.mjs').Outcome} outcome @param {string} route */
    record({ method, status, ms, isComplete, refusal }, route) {
      seconds.observe({ route, method: /^[A-Z]{3,7}$/.test(method) ? method : 'other', status }, ms / 1000)
      if (refusal !== undefined) refused.inc({ reason: refusal })
      if (!isComplete) abandoned.inc()
    },
  }
}
