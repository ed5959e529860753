import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { type CrowdReport, countFailures, formatStatuses, readAsCrowd } from '@/bench/measure/crowd'
import { describeMachine } from '@/bench/measure/describe-machine'
import { summarizeLatency } from '@/bench/measure/latency'
import { type MeasuredServer, startServer } from '@/bench/measure/measured-process'
import { SHORT_QUERIES } from '@/bench/measure/short-queries'
import { getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listArticleTexts } from '@/lib/kb-index/read/indexed-files'
import { articleUrl } from '@/lib/urls'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseCount, parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'
import { seededRandom } from '@/tests/support/random'

const HELP = `Lets many readers read random articles (80 %) and search (20 %) on the built viewer, and prints a row of a table.

  npm run bench:readers -- --content DIR [options]

  --content DIR    the articles, with an index that is up to date
  --index FILE     their index; by default that of the folder
  --count N        readers; default 200
  --seconds N      for how long; default 60
  --requests N     until so many requests are answered, instead: the soak is --count 8 --requests 200000
  --work DIR       keep pages there and make them all before anybody reads; a second run finds them
  --port N         where the server listens; default 24542
  --help           show this help
`

const SEARCH_SHARE = 0.2
const WARM_UP_SECONDS = 5
/** Each look stops the making for a moment. */
const LOOK_MS = 10_000
const ReadySchema = z.object({ pagesAhead: z.object({ made: z.number(), of: z.number() }) })
/** Of the requests, after which the memory is told. */
const STAGES = [0.1, 0.5, 1]

await runCommand(async () => {
  const names = ['content', 'index', 'count', 'seconds', 'requests', 'work', 'port', 'help'] as const
  const { values } = parseOptions(process.argv.slice(2), names)
  if (values.help) return console.log(HELP)
  const { contentDir, indexFile } = getPlaces(process.env, {
    ...values,
    content: values.content && resolve(values.content),
  })
  if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`"${indexFile}" is not an index of this version. Build it with: npm run index:build`)
  }
  const count = parseCount(values.count, '--count', 200)
  const seconds = parseCount(values.seconds, '--seconds', 60)
  const requests = values.requests === undefined ? undefined : parseCount(values.requests, '--requests', 200_000)
  const port = parsePort(values.port ?? '24542')
  const nextPath = randomPaths(indexFile)
  const server = await startServer(['node', 'server/main.mjs', '--content', contentDir, '--port', String(port)], {
    url: `http://127.0.0.1:${port}`,
    path: '/readyz',
    env: {
      NODE_ENV: 'production',
      KB_INDEX: indexFile,
      KB_LOG_REQUESTS: 'off',
      ...(values.work && { KB_PAGE_STORE: resolve(values.work), KB_PAGE_STORE_MB: '100000' }),
    },
  })
  try {
    if (values.work) await untilMadeAhead(server)
    await readAsCrowd(server.url, { count: 4, nextPath, isDone: isAfter(WARM_UP_SECONDS) })
    const memory = watchMemory(server, requests)
    const isDone = requests === undefined ? isAfter(seconds) : memory.isDone
    printRow(count, await readAsCrowd(server.url, { count, nextPath, isDone }), memory.describe())
  } finally {
    await server.stop()
  }
})

function randomPaths(indexFile: string): () => string {
  const index = openIndex(indexFile)
  const numbers = listArticleTexts(index).map(({ number }) => number)
  closeDatabase(index)
  const random = seededRandom(1)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  return () => {
    const number = random() < SEARCH_SHARE ? undefined : pick(numbers)
    return number === undefined ? `/search?q=${encodeURIComponent(pick(SHORT_QUERIES) ?? '')}` : articleUrl(number)
  }
}

/** Waits until all pages are on disk, and says what that took. */
async function untilMadeAhead(server: MeasuredServer): Promise<void> {
  const began = performance.now()
  for (;;) {
    const { pagesAhead } = ReadySchema.parse(await (await fetch(new URL('/readyz', server.url))).json())
    const minutes = (performance.now() - began) / 60_000
    const processorMinutes = (server.readUsage()?.processorSeconds ?? Number.NaN) / 60
    if (pagesAhead.of > 0 && pagesAhead.made === pagesAhead.of) {
      console.log(
        `${formatCount(pagesAhead.made, 'page')} were there after ${minutes.toFixed(1)} minutes, ${processorMinutes.toFixed(1)} of processor time`,
      )
      return
    }
    await delay(LOOK_MS)
  }
}

function isAfter(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000
  return () => performance.now() > end
}

/** Notes the highest memory so far at each stage. */
function watchMemory(server: MeasuredServer, requests = Number.POSITIVE_INFINITY) {
  const peaks: string[] = []
  const note = () => peaks.push(`${Math.round((server.readUsage()?.peakBytes ?? Number.NaN) / 1e6)}`)
  const isDone = (asked: number): boolean => {
    while (peaks.length < STAGES.length - 1 && asked >= (STAGES[peaks.length] ?? 1) * requests) note()
    return asked >= requests
  }
  return {
    isDone,
    describe: () => {
      note()
      return `peak memory ${peaks.join(', ')} MB`
    },
  }
}

function printRow(count: number, { seconds, statuses, times }: CrowdReport, memory: string): void {
  const { p50 } = summarizeLatency(times)
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN
  const longest = times.at(-1) ?? Number.NaN
  const rate = Math.round(times.length / seconds)
  console.log(
    `| ${formatCount(count, 'reader')}, ${Math.round(seconds)} s | ${formatStatuses(statuses)}, ${rate}/s | p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms; ${memory} |`,
  )
  console.log(describeMachine())
  if (countFailures(statuses) > 0) process.exitCode = 1
}
