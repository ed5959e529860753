import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { answerQueries } from '@/bench/measure/answer-queries'
import { buildIndex, readArchive } from '@/bench/measure/archive'
import { type JudgedQuery, readJudgedQueries } from '@/bench/measure/judged-queries'
import { formatScores, listMisses, type RankedResult, scoreResults } from '@/bench/measure/score-results'
import { getClusterSettings, getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { engineOf } from '@/lib/kb-index/search/cluster/engine-of'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'
import { DEFAULT_QUERIES } from './measure/search-options'

const HELP = `Scores the search over judged queries.

  npm run bench:relevance -- --content DIR [options]
  npm run bench:relevance -- --index FILE [options]

  --content DIR   the imported archive; its index is updated first
  --index FILE    an existing index, used as it is; with --content, where the index is kept
  --file FILE     judged queries, one {"q": "...", "ids": [156091], "kind": "..."} per line;
                  default ../shared/relevance/dev.jsonl, or bench/relevance/judged.jsonl
                  if there is no such file
  --results FILE  write the ranked articles, one {"q": "...", "ids": [156091, ...]} per line
  --misses        also print each query whose article is not among the first ten
  --help          show this help
`

await runCommand(() =>
  endingProcesses(async () => {
    const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'file', 'results', 'misses', 'help'])
    if (values.help) return console.log(HELP)
    const file = resolve(values.file ?? DEFAULT_QUERIES)
    const queries = readJudgedQueries(file)
    const results = await answerFirstTen(await prepareIndex(values), queries)
    if (values.results !== undefined) writeResults(resolve(values.results), results)
    console.log(`${queries.length} queries of ${file}\n`)
    console.log(formatScores(scoreResults(queries, results)))
    if (values.misses) printMisses(queries, results)
  }),
)

async function prepareIndex({ content, index }: { content?: string; index?: string }): Promise<string> {
  if (content === undefined) {
    if (index !== undefined) return resolve(index)
    throw new CommandError('No articles to search. Specify them with --content or --index.')
  }
  const { contentDir } = await readArchive(resolve(content))
  const { indexFile } = getPlaces(process.env, { content, index })
  await step('Updating the index', () => buildIndex(contentDir, indexFile))
  return indexFile
}

async function answerFirstTen(indexFile: string, queries: readonly JudgedQuery[]): Promise<RankedResult[]> {
  const database = openIndex(indexFile)
  try {
    const results = await answerQueries(database, queries, engineOf(getClusterSettings()).engine)
    return results.map(({ q, ids }) => ({ q, ids: ids.slice(0, 10) }))
  } finally {
    closeDatabase(database)
  }
}

function printMisses(queries: readonly JudgedQuery[], results: readonly RankedResult[]): void {
  for (const { kind, q, ids } of listMisses(queries, results)) {
    console.log(`miss [${kind}] ${JSON.stringify(q)} wanted ${ids.slice(0, 3).join(',')}`)
  }
}

function writeResults(file: string, results: readonly RankedResult[]): void {
  writeFileSync(file, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
}
