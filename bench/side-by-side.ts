import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describeMachine, describePrograms, formatLoad } from '@/bench/measure/describe-machine'
import { type MeasuredServer, startServer } from '@/bench/measure/measured-process'
import { type Reading, readPages } from '@/bench/measure/read-pages'
import { SHORT_QUERIES } from '@/bench/measure/short-queries'
import { findKiwixRoot, hasKiwix, KIWIX_PACKAGES, kiwixSearchPath, startKiwixOn } from '@/bench/peers/kiwix'
import { hasNginx, startNginxOn } from '@/bench/peers/nginx'
import { buildPagefind, hasPagefind, pagefindPath } from '@/bench/peers/pagefind'
import { INSTALL_TOOLS } from '@/bench/peers/tools-folder'
import { measureFirstSearches } from '@/bench/rounds/first-search'
import { formatRounds, inTurn, Rounds } from '@/bench/rounds/rounds'
import { getPlaces } from '@/lib/env'
import { countArticles, listSampleNumbers } from '@/lib/kb-index/file/collection'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { buildPages } from '@/scripts/setup/build-pages.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseCount, parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { formatCount, step } from '@/scripts/shared/progress.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'
import { endingProcesses, runScript } from '@/scripts/shared/run-process.mjs'

const HELP = `Measures the built viewer beside every peer that is installed, in one run: an export of the articles, nginx with that
export, kiwix-serve with the same as a ZIM file, and Pagefind on it (npm ci --prefix bench/tools). Prints a Markdown table of
medians and writes all figures as JSON.

  npm run bench -- [options]

  --content DIR    the articles; default content/
  --index FILE     their index, up to date; default the one below .cache/
  --product NAME   export and read only the articles about a product
  --count N        rounds; default 3
  --seconds N      for each figure of a round; default 5
  --work DIR       where the export and its ZIM file are kept for the next run; default .cache/bench/side-by-side
  --report FILE    where the JSON is written; default report.json in that folder
  --port N         use this port and the next two, on 127.0.0.1; default 24571
  --help           show this help
`

const OURS = 'KB Viewer'
/** A round reads this many articles that it has not read before. */
const NEW_ARTICLES = 120
const FIRST_SEARCHES = 10

interface Program {
  readonly name: string
  readonly server: MeasuredServer
  readonly pathOf: (number: string) => string
  readonly searchPathOf?: (text: string) => string
}

await runCommand(() =>
  endingProcesses(async () => {
    const names = ['content', 'index', 'product', 'count', 'seconds', 'work', 'report', 'port', 'help'] as const
    const { values } = parseOptions(process.argv.slice(2), names)
    if (values.help) return console.log(HELP)
    const { contentDir, indexFile } = getPlaces(process.env, values)
    const workDir = resolve(values.work ?? resolve(PROJECT_ROOT, '.cache/bench/side-by-side'))
    const [rounds, seconds] = [parseCount(values.count, '--count', 3), parseCount(values.seconds, '--seconds', 5)]
    const port = parsePort(values.port ?? '24571')
    const load = formatLoad()
    mkdirSync(workDir, { recursive: true })
    await buildPages()
    const copy = join(workDir, 'copy')
    const figures = new Rounds()
    await exportCopy(copy, { contentDir, indexFile, product: values.product }, figures)
    const numbers = listNumbers(copy, indexFile)
    console.log(`${describeMachine()}\n${describePrograms()}\n${formatCount(numbers.length, 'article')}\n`)

    const viewer = await startViewer(contentDir, indexFile, port)
    const programs = [viewer, ...(await startPeers(copy, port))]
    for (let round = 0; round < rounds; round++) {
      for (const program of inTurn(programs, round)) {
        await step(`Round ${round + 1}: ${program.name}`, () =>
          measure(program, numbers, { round, rounds, seconds }, figures),
        )
      }
    }
    await measureCopy(copy, programs, rounds, figures)
    for (const { name, server } of programs) {
      const usage = server.readUsage()
      if (usage) figures.add(name, 'peak memory, all processes', 'MB', usage.peakBytes / 1e6)
      await server.stop()
    }
    const report = {
      machine: describeMachine(),
      programs: describePrograms(),
      loadBefore: load,
      loadAfter: formatLoad(),
    }
    const file = resolve(values.report ?? join(workDir, 'report.json'))
    const options = { product: values.product, articles: numbers.length, rounds, seconds }
    writeFileSync(file, `${JSON.stringify({ ...report, ...options, figures: figures.list() }, undefined, 2)}\n`)
    console.log(`\n${formatRounds(figures.list(), OURS)}\n\nMedians of ${rounds} rounds, least and most in brackets.`)
    console.log(`Load before ${load}, after ${report.loadAfter}. All figures: ${file}`)
  }),
)

/** An export that is there is brought up to date, which costs as much as a new one: its figure is of this run. */
async function exportCopy(
  copy: string,
  { contentDir, indexFile, product }: { contentDir: string; indexFile: string; product?: string },
  figures: Rounds,
): Promise<void> {
  const args = ['--out', copy, '--content', contentDir, '--index', indexFile]
  if (product !== undefined) args.push('--product', product)
  if (hasKiwix()) args.push('--zim')
  const began = performance.now()
  const code = await step('Exporting the articles', () => runScript('scripts/commands/export.ts', args))
  if (code !== 0) throw new CommandError('The articles could not be exported. See the output above.')
  figures.add(OURS, `export${hasKiwix() ? ' and ZIM file' : ''}`, 's', (performance.now() - began) / 1000)
}

/** The numbers of the articles that were exported; the export has pages about missing articles, too. */
function listNumbers(copy: string, indexFile: string): readonly string[] {
  const index = openIndex(indexFile)
  const isArticle = new Set(listSampleNumbers(index, countArticles(index)).map(String))
  closeDatabase(index)
  const numbers = readdirSync(join(copy, 'kb'))
    .flatMap((name) => /^(\d+)\.html$/.exec(name)?.[1] ?? [])
    .filter((number) => isArticle.has(number))
  // Neighbors in number order are alike, so that each round gets articles from everywhere.
  return numbers.sort((one, other) => (Number(one) % 997) - (Number(other) % 997) || Number(one) - Number(other))
}

async function startViewer(contentDir: string, indexFile: string, port: number): Promise<Program> {
  const command = [process.execPath, 'server/main.mjs', '--content', contentDir, '--port', String(port)]
  const env = { NODE_ENV: 'production', KB_INDEX: indexFile, KB_LOG_REQUESTS: 'off' }
  const server = await startServer(command, { url: `http://127.0.0.1:${port}`, path: '/readyz', env })
  const searchPathOf = (text: string) => `/search?${new URLSearchParams({ q: text })}`
  return { name: OURS, server, pathOf: (number) => `/kb/${number}`, searchPathOf }
}

async function startPeers(copy: string, port: number): Promise<Program[]> {
  const peers: Program[] = []
  if (hasNginx()) {
    const server = await startNginxOn(copy, `${copy}.nginx`, port + 1)
    peers.push({ name: 'nginx', server, pathOf: (number) => `/kb/${number}.html` })
  } else console.log('nginx is not installed and has no column: apt-get install nginx-light')
  if (hasKiwix()) {
    const server = await startKiwixOn(`${copy}.zim`, port + 2)
    const root = await findKiwixRoot(server, 'index.html', 'copy')
    const pathOf = (number: string) => `${root}/kb/${number}.html`
    peers.push({ name: 'kiwix-serve', server, pathOf, searchPathOf: (text) => kiwixSearchPath(text, 'copy') })
  } else console.log(`kiwix-serve is not installed and has no column: apt-get install ${KIWIX_PACKAGES}`)
  return peers
}

async function measure(
  { name, server: { url }, pathOf, searchPathOf }: Program,
  numbers: readonly string[],
  { round, rounds, seconds }: { round: number; rounds: number; seconds: number },
  figures: Rounds,
): Promise<void> {
  const size = Math.min(NEW_ARTICLES, Math.floor(numbers.length / rounds))
  const paths = numbers.slice(round * size, (round + 1) * size).map(pathOf)
  const note = (what: string, unit: string, value: number) => figures.add(name, what, unit, value)
  const read = async (readers: Parameters<typeof readPages>[2], asked = paths): Promise<Reading> => {
    const reading = await readPages(url, asked, readers)
    if (reading.failures > 0) note('failed answers', '', reading.failures)
    return reading
  }
  note('articles for the first time, 8 connections', '/s', (await read({ connections: 8 })).perSecond)
  note('articles again, 8 connections', '/s', (await read({ connections: 8, seconds })).perSecond)
  note('article again, one connection, p50', 'ms', (await read({ connections: 1, seconds })).p50)
  const crowd = await read({ connections: 200, seconds })
  note('200 readers, p50', 'ms', crowd.p50)
  note('200 readers, p99', 'ms', crowd.p99)
  if (searchPathOf === undefined) return
  const searches = await read({ connections: 1 }, SHORT_QUERIES.map(searchPathOf))
  note(`short query, ${round === 0 ? 'first time' : 'again'}, p50`, 'ms', searches.p50)
}

/** The search of the export beside Pagefind on the same pages, in a browser that knows nothing of either, from nginx. */
async function measureCopy(copy: string, programs: readonly Program[], rounds: number, figures: Rounds): Promise<void> {
  const host = programs.find(({ name }) => name === 'nginx')?.server.url
  if (host === undefined) return
  const texts = SHORT_QUERIES.slice(0, FIRST_SEARCHES)
  const searches = [{ name: OURS, pathOf: (text: string) => `/search.html?${new URLSearchParams({ q: text })}` }]
  if (hasPagefind()) {
    const { seconds } = await step('Pagefind indexes the export', () => buildPagefind(copy, `${copy}.nginx`))
    figures.add('Pagefind', 'index of the export', 's', seconds)
    searches.push({ name: 'Pagefind', pathOf: pagefindPath })
  } else console.log(`Pagefind is not installed and has no column: ${INSTALL_TOOLS}`)
  for (let round = 0; round < rounds; round++) {
    for (const { name, pathOf } of inTurn(searches, round)) {
      for (const { milliseconds } of await measureFirstSearches(host, texts, pathOf))
        figures.add(name, 'first search of the export in a browser', 'ms', milliseconds)
    }
  }
}
