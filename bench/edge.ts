import { Agent } from 'node:http'
import { resolve } from 'node:path'
import { describeMachine } from '@/bench/measure/describe-machine'
import { type MeasuredServer, startServer } from '@/bench/measure/measured-process'
import { askRaw, leaveEarly, openAndWait, pipelineAndLeave, readInTurns } from '@/bench/measure/rude-clients'
import { getPlaces } from '@/lib/env'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions, parsePort } from '@/scripts/shared/options.mjs'

const HELP = `Sends the built viewer what stopped its predecessor, and prints what each costs.

  npm run bench:edge -- [options]

  --content DIR   the articles; default content/, with an index that is up to date
  --port N        where the server listens; default 24541
  --help          show this help
`

const PAGE = '/kb/940006'
/** An answer to /healthz within this time counts as an answer. */
const HEALTHY_MS = 1500

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'port', 'help'])
  if (values.help) return console.log(HELP)
  const port = parsePort(values.port ?? '24541')
  const { contentDir, indexFile } = getPlaces(process.env, { content: values.content && resolve(values.content) })
  console.log(`${describeMachine()}\n`)
  console.log(
    '| sent | answered | processor seconds | peak memory, MB | /healthz answers after, s |\n| --- | --- | --- | --- | --- |',
  )
  for (const [name, send] of attacks(port)) {
    const server = await startServer(['node', 'server/main.mjs', '--content', contentDir, '--port', String(port)], {
      url: `http://127.0.0.1:${port}`,
      path: PAGE,
      env: { NODE_ENV: 'production', KB_INDEX: indexFile, KB_LOG_REQUESTS: 'off' },
    })
    try {
      await measure(name, send, server)
    } finally {
      await server.stop()
    }
  }
})

/** What is sent, and how; each gives what came back. */
function attacks(port: number): [string, () => Promise<string>][] {
  const parameters = (path: string, bytes: number) => () =>
    askRaw(port, `GET ${path}?${'a=b&'.repeat(bytes / 4)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  const halfHeader = `GET ${PAGE} HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(1_900_000)}`
  return [
    ['one page, to compare', () => askRaw(port, `GET ${PAGE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)],
    ['15 KB of parameters to /healthz', parameters('/healthz', 15_000)],
    ['15 KB of parameters to /search', parameters('/search', 15_000)],
    ['60 KB of parameters to /search', parameters('/search', 60_000)],
    ['1.9 MB of parameters to /search', parameters('/search', 1_900_000)],
    ['5,000 requests pipelined on 50 connections, abandoned', () => pipelineAndLeave(port, PAGE, 50, 100)],
    ['2,000 connections with a request each, closed after 20 ms', () => leaveEarly(port, PAGE, 2000)],
    ['200 connections with 1.9 MB of a header without end', () => openAndWait(port, halfHeader, 200)],
    ['500 idle connections', () => openAndWait(port, '', 500)],
    ['200 readers with open connections, 10 s', () => readInTurns(port, PAGE, new Agent({ keepAlive: true }), 200)],
  ]
}

async function measure(name: string, send: () => Promise<string>, server: MeasuredServer): Promise<void> {
  const before = server.readUsage()?.processorSeconds ?? Number.NaN
  const answered = await send()
  const left = performance.now()
  while (!(await isHealthy(server.url))) await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = (performance.now() - left) / 1000
  const usage = server.readUsage()
  const used = (usage?.processorSeconds ?? Number.NaN) - before
  const peak = Math.round((usage?.peakBytes ?? Number.NaN) / 1e6)
  console.log(`| ${name} | ${answered} | ${used.toFixed(2)} | ${peak} | ${seconds.toFixed(1)} |`)
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = fetch(`${url}/healthz`, { signal: AbortSignal.timeout(HEALTHY_MS) })
  return answer.then(
    ({ ok }) => ok,
    () => false,
  )
}
