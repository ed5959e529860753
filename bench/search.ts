import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex, describeArchive, getIndexSize, readArchive, readProse, removeIndex } from '@/bench/measure/archive'
import { describeMachine, formatLoad } from '@/bench/measure/describe-machine'
import { readJudgedQueries } from '@/bench/measure/judged-queries'
import { type EngineReport, measureEngine } from '@/bench/measure/measure-engine'
import { measureKiwix, measureViewer } from '@/bench/measure/measure-servers'
import { formatResultTable } from '@/bench/measure/result-table'
import { scoreResults } from '@/bench/measure/score-results'
import { listSearchLines, type SearchRun } from '@/bench/measure/search-lines'
import { parseSearchOptions, SEARCH_HELP } from '@/bench/measure/search-options'
import { listTypedTexts } from '@/bench/measure/typed-texts'
import { hasKiwix, KIWIX_PACKAGES, prepareKiwix } from '@/bench/peers/kiwix'
import { hasMiniSearch, measureMiniSearch } from '@/bench/peers/minisearch'
import { INSTALL_TOOLS } from '@/bench/peers/tools-folder'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'

const SLOWEST = 5

await runCommand(() =>
  endingProcesses(async () => {
    const options = parseSearchOptions(process.argv.slice(2))
    if (options === 'help') return console.log(SEARCH_HELP)
    const { contentDir, workDir, file, port, isRebuild: rebuild } = options
    mkdirSync(workDir, { recursive: true })
    const archive = await readArchive(contentDir)
    const queries = readJudgedQueries(file)
    console.log(`${describeArchive(archive)}; ${queries.length} judged queries of ${file}\n${describeMachine()}\n`)

    const indexFile = options.index ?? join(workDir, 'index.db')
    const build = options.index === undefined ? await measureBuild(contentDir, indexFile) : undefined
    const typed = await listTypedTexts(archive, queries)
    const prose = await readProse(archive)
    const engine = await step('Search in process', () => measureEngine({ indexFile, queries, typed, prose }))
    const run: SearchRun = {
      textBytes: archive.bytes,
      indexBytes: getIndexSize(indexFile),
      build,
      engine,
      scores: scoreResults(queries, engine.results),
      ...(!options.isInProcess && (await measureOthers())),
    }
    printRun(run)

    async function measureOthers(): Promise<Pick<SearchRun, 'site' | 'kiwix' | 'miniSearch'>> {
      const asked = { queries, typed }
      const site = await part('Viewer over HTTP', () => measureViewer({ contentDir, indexFile, port }, asked))
      const kiwix = await part('kiwix-serve', async () => {
        if (!hasKiwix()) return sayMissing('kiwix-serve', `apt-get install ${KIWIX_PACKAGES}`)
        const zim = await prepareKiwix({ contentDir, articleCount: archive.files.length, workDir, rebuild })
        return measureKiwix(zim, port + 1, asked)
      })
      const miniSearch = await part('MiniSearch', async () => {
        if (!hasMiniSearch()) return sayMissing('MiniSearch', INSTALL_TOOLS)
        const report = await measureMiniSearch({ contentDir, queryFile: file })
        return { ...report, scores: scoreResults(queries, report.results) }
      })
      return { site, kiwix, miniSearch }
    }
  }),
)

function measureBuild(contentDir: string, indexFile: string) {
  removeIndex(indexFile)
  return step('Index from nothing', () => buildIndex(contentDir, indexFile))
}

/** A part that fails makes the command fail, but the figures of the others, which took minutes, are still printed. */
async function part<Report>(title: string, measure: () => Promise<Report>): Promise<Report | undefined> {
  try {
    return await step(title, measure)
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    console.error(`${title} could not be measured and is not in the table.`)
    process.exitCode = 1
    return undefined
  }
}

function sayMissing(peer: string, command: string): undefined {
  console.log(`  ${peer} is not installed and has no column. Install it with: ${command}`)
  return undefined
}

function printRun(run: SearchRun): void {
  console.log(`\n${formatResultTable(listSearchLines(run))}\n`)
  printSlowest(run.engine)
  const { isCached, build } = run.kiwix?.archive ?? {}
  if (isCached && build)
    console.log(
      `The ZIM file was built on ${build.date} in ${build.seconds.toFixed(0)} s; --rebuild-peers builds it in this run.`,
    )
  console.log(`Load at the end: ${formatLoad()}`)
}

function printSlowest({ hard }: EngineReport): void {
  console.log(`The slowest of ${hard.length} worst queries:`)
  for (const { name, milliseconds } of hard.slice(0, SLOWEST)) console.log(`  ${milliseconds.toFixed(1)} ms  ${name}`)
}
