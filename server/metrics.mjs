// @ts-check
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds. Most pages take some hundredths. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Serves what Prometheus collects, on a port of its own that readers do not reach. Its labels are route templates, methods,
 * statuses and reasons of ours: nothing that a reader sends.
 *
 * @param {{ readonly host: string, readonly port: number }} address
 * @param {() => { active: number, waiting: number, connections: number }} counts
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
  for (const name of /** @type {const} */ (['active', 'waiting', 'connections'])) {
    new Gauge({
      name: `kb_${name}`,
      help: `Requests in work, requests waiting, open connections: here, ${name}.`,
      registers,
      collect() {
        this.set(counts()[name])
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
