import { mkdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { type Archive, buildIndex, readArchive, readProse, removeIndex, sizeOfIndex } from '@/bench/measure/archive'
import { DEFAULT_QUERIES, readBenchOptions, WORK_DIR } from '@/bench/measure/bench-options'
import { readJudgedQueries } from '@/bench/measure/judged-queries'
import { type EngineReport, measureEngine } from '@/bench/measure/measure-engine'
import { measureKiwix, measureViewer } from '@/bench/measure/measure-servers'
import { endingPrograms } from '@/bench/measure/owned-process'
import { formatResultTable } from '@/bench/measure/result-table'
import { scoreResults } from '@/bench/measure/score-results'
import { listSearchLines, type SearchRun } from '@/bench/measure/search-lines'
import { listTypedTexts } from '@/bench/measure/typed-texts'
import { hasKiwix, KIWIX_PACKAGES, prepareKiwix } from '@/bench/peers/kiwix'
import { hasMiniSearch, MINISEARCH_PACKAGE, measureMiniSearch } from '@/bench/peers/minisearch'
import { CommandError, runCommand } from '@/scripts/setup/command-error.mjs'
import { step } from '@/scripts/setup/progress.mjs'

const HELP = `Measures the search over the imported archive, beside kiwix-serve and MiniSearch where they are installed.

  npm run bench:search -- --content DIR [options]

  --content DIR     the imported archive
  --index FILE      an index that is there already: the build is not measured
  --file FILE       judged queries; default ../shared/relevance/dev.jsonl
  --work DIR        where the index, the ZIM file and MiniSearch are kept; default .cache/bench
  --in-process      only what needs no server and no peer
  --rebuild-peers   also build the ZIM file of an earlier run again, so that its figures are of this run
  --port N          and the one after it are used, on this computer's own address; default 4360
`
const SLOWEST = 5

await runCommand(() =>
  endingPrograms(async () => {
    const options = readOptions()
    if (options.help) return console.log(HELP)
    const { contentDir, workDir, file } = options
    mkdirSync(workDir, { recursive: true })
    const archive = await readArchive(contentDir)
    const queries = readJudgedQueries(file)
    describeMachine(archive)

    const indexFile = options.index ?? join(workDir, 'index.db')
    const build = options.index === undefined ? await measureBuild(contentDir, indexFile) : undefined
    const typed = await listTypedTexts(archive, queries)
    const prose = await readProse(archive)
    const engine = await step('Search in process', () => measureEngine({ indexFile, queries, typed, prose }))
    const run: SearchRun = {
      textBytes: archive.bytes,
      indexBytes: sizeOfIndex(indexFile),
      build,
      engine,
      scores: scoreResults(queries, engine.results),
      ...(!options.isInProcess && (await measureOthers())),
    }
    printRun(run)

    async function measureOthers(): Promise<Pick<SearchRun, 'site' | 'kiwix' | 'miniSearch'>> {
      const asked = { queries, typed }
      const { port } = options
      const site = await step('Viewer over HTTP', () => measureViewer({ contentDir, indexFile, port }, asked))
      const kiwix = await step('kiwix-serve', async () => {
        if (!hasKiwix()) return sayMissing('kiwix-serve', `apt-get install ${KIWIX_PACKAGES}`)
        const rebuild = options.isRebuild
        const zim = await prepareKiwix({ contentDir, articleCount: archive.files.length, workDir, rebuild })
        return measureKiwix(zim, port + 1, asked)
      })
      const miniSearch = await step('MiniSearch', async () => {
        if (!hasMiniSearch(workDir))
          return sayMissing('MiniSearch', `npm install --prefix ${workDir} ${MINISEARCH_PACKAGE}`)
        const report = await measureMiniSearch({ contentDir, queryFile: file, workDir })
        return { ...report, scores: scoreResults(queries, report.results) }
      })
      return { site, kiwix, miniSearch }
    }
  }),
)

function readOptions() {
  const given = readBenchOptions(
    {
      content: { type: 'string' },
      index: { type: 'string' },
      file: { type: 'string' },
      work: { type: 'string' },
      port: { type: 'string' },
      'in-process': { type: 'boolean' },
      'rebuild-peers': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  )
  if (given.content === undefined && !given.help)
    throw new CommandError('There are no articles to search. Name the imported archive with --content.')
  const port = Number(given.port ?? 4360)
  if (!Number.isInteger(port) || port < 1 || port > 65534)
    throw new CommandError(`The port "${given.port}" is none. Write a number from 1 to 65534.`)
  return {
    help: given.help,
    contentDir: resolve(given.content ?? ''),
    index: given.index === undefined ? undefined : resolve(given.index),
    file: resolve(given.file ?? DEFAULT_QUERIES),
    workDir: resolve(given.work ?? WORK_DIR),
    isInProcess: given['in-process'] === true,
    isRebuild: given['rebuild-peers'] === true,
    port,
  }
}

function measureBuild(contentDir: string, indexFile: string) {
  removeIndex(indexFile)
  return step('Index from nothing', () => buildIndex(contentDir, indexFile))
}

function sayMissing(peer: string, command: string): undefined {
  console.log(`  ${peer} is not installed, so that its column is left out. Install it with: ${command}`)
  return undefined
}

function describeMachine({ files, bytes }: Archive): void {
  const processors = cpus()
  console.log(
    `${files.length.toLocaleString('en')} articles, ${(bytes / 1e6).toFixed(1)} MB of Markdown; ` +
      `${processors.length} x ${processors[0]?.model.trim()}, Node ${process.versions.node}; ` +
      `${new Date().toISOString().slice(0, 16)}Z, load ${formatLoad()}\n`,
  )
}

function printRun(run: SearchRun): void {
  console.log(`\n${formatResultTable(listSearchLines(run))}\n`)
  printSlowest(run.engine)
  if (run.kiwix?.archive.isCached)
    console.log(
      `The ZIM file was built on ${run.kiwix.archive.build.date}, not in this run; --rebuild-peers builds it again.`,
    )
  console.log(`Load at the end: ${formatLoad()}`)
}

function printSlowest({ hard }: EngineReport): void {
  console.log(`The slowest of ${hard.length} worst queries:`)
  for (const { name, milliseconds } of hard.slice(0, SLOWEST)) console.log(`  ${milliseconds.toFixed(1)} ms  ${name}`)
}

function formatLoad(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
}
