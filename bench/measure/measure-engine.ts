import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { answerQueries } from './answer-queries'
import { type HardQuery, listHardQueries } from './hard-queries'
import { type Latency, type Rounds, summarizeLatency, timeEach, timeRounds } from './latency'
import type { Asked } from './measure-site'
import type { RankedResult } from './score-results'

/** The search, called in the same process. */
export interface EngineReport {
  readonly results: readonly RankedResult[]
  readonly search: Rounds
  readonly suggestions: Latency
  /** Slowest first. */
  readonly hard: readonly { readonly name: string; readonly milliseconds: number }[]
}

interface EngineInput extends Asked {
  readonly indexFile: string
  readonly prose: string
}

const ROUNDS = 5
const HARD_ROUNDS = 3
const DEEP_PAGE = '2000'

/** Measures searches, suggestions and the worst queries. A query that throws ends the run. */
export async function measureEngine({ indexFile, queries, typed, prose }: EngineInput): Promise<EngineReport> {
  const database = openIndex(indexFile)
  try {
    const search = await timeRounds(queries, ROUNDS, ({ q }) => searchText(database, q))
    return {
      search,
      suggestions: summarizeLatency(await timeEach(typed, (text) => suggestText(database, text))),
      results: await answerQueries(database, queries),
      hard: await measureHard(database, listHardQueries(prose)),
    }
  } finally {
    closeDatabase(database)
  }
}

async function measureHard(database: IndexDatabase, queries: readonly HardQuery[]): Promise<EngineReport['hard']> {
  const measured: { name: string; milliseconds: number }[] = []
  for (const { name, text } of queries) {
    const ways = [
      () => searchText(database, text),
      () => searchText(database, text, DEEP_PAGE),
      () => suggestText(database, text),
    ]
    const times = await timeEach(Array.from({ length: HARD_ROUNDS }, () => ways).flat(), (run) => run())
    measured.push({ name, milliseconds: Math.max(...times) })
  }
  return measured.toSorted((a, b) => b.milliseconds - a.milliseconds)
}

/** From the text in the URL to the results of a page. */
function searchText(database: IndexDatabase, q: string, page?: string) {
  return searchArticles(database, parseSearchQuery({ q, page }))
}

/** From the text in the search box to suggestions, as in the API. */
function suggestText(database: IndexDatabase, q: string) {
  return suggestArticles(database, parseSearchQuery({ q }).text.slice(0, 100))
}
