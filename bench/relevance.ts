import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildIndex, readArchive } from '@/bench/measure/archive'
import { DEFAULT_QUERIES, readBenchOptions, SCORER } from '@/bench/measure/bench-options'
import { type JudgedQuery, readJudgedQueries } from '@/bench/measure/judged-queries'
import { rankArticles } from '@/bench/measure/rank-articles'
import { formatScores, listMisses, type RankedResult, scoreResults } from '@/bench/measure/score-results'
import { getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { endingProcesses, runProcess } from '@/scripts/shared/run-process.mjs'

const HELP = `Scores the search over judged queries.

  npm run bench:relevance -- --content DIR [options]
  npm run bench:relevance -- --index FILE [options]

  --content DIR   the imported archive; its index is brought up to date first
  --index FILE    an index that is there already, as it is; with --content, where that is kept
  --file FILE     judged queries, one {"q": "...", "ids": [156091], "kind": "..."} a line;
                  default ../shared/relevance/dev.jsonl, or bench/relevance/judged.jsonl
                  where that is not
  --results FILE  keep the ranked articles, {"q": "...", "ids": [156091, ...]} a line
  --misses        also print each query whose article is not among the first ten
`

await runCommand(() =>
  endingProcesses(async () => {
    const options = readBenchOptions(
      {
        content: { type: 'string' },
        index: { type: 'string' },
        file: { type: 'string' },
        results: { type: 'string' },
        misses: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      HELP,
    )
    if (options.help) return console.log(HELP)
    const file = resolve(options.file ?? DEFAULT_QUERIES)
    const queries = readJudgedQueries(file)
    const results = answerQueries(await prepareIndex(options.content, options.index), queries)
    if (options.results !== undefined) writeResults(resolve(options.results), results)
    console.log(`${queries.length} queries of ${file}\n`)
    if (existsSync(SCORER)) process.exitCode = await runScorer(file, results, options.misses ? ['--misses'] : [])
    else printScores(queries, results, options.misses === true)
  }),
)

async function prepareIndex(content: string | undefined, index: string | undefined): Promise<string> {
  if (content === undefined && index !== undefined) return resolve(index)
  if (content === undefined)
    throw new CommandError('There are no articles to search. Name them with --content or --index.')
  const { contentDir } = await readArchive(resolve(content))
  const indexFile = resolve(index ?? getPlaces({ ...process.env, KB_CONTENT: contentDir }).indexFile)
  await step('Bringing the index up to date', () => buildIndex(contentDir, indexFile))
  return indexFile
}

function answerQueries(indexFile: string, queries: readonly JudgedQuery[]): RankedResult[] {
  const database = openIndex(indexFile)
  try {
    return queries.map(({ q }) => ({ q, ids: rankArticles(database, q).slice(0, 10) }))
  } finally {
    closeDatabase(database)
  }
}

/** Has the scorer print its table. */
async function runScorer(file: string, results: readonly RankedResult[], flags: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-relevance-'))
  try {
    const resultFile = join(folder, 'results.jsonl')
    writeResults(resultFile, results)
    return await runProcess(process.execPath, [SCORER, file, resultFile, ...flags])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Prints the same figures where the scorer is not. */
function printScores(queries: readonly JudgedQuery[], results: readonly RankedResult[], isListingMisses: boolean) {
  console.log(formatScores(scoreResults(queries, results)))
  for (const { kind, q, ids } of isListingMisses ? listMisses(queries, results) : [])
    console.log(`miss [${kind}] ${JSON.stringify(q)} wanted ${ids.slice(0, 3).join(',')}`)
}

function writeResults(file: string, results: readonly RankedResult[]): void {
  writeFileSync(file, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
}
