import { CommandError } from '@/scripts/shared/command-error.mjs'
import type { JudgedQuery } from './judged-queries'
import { type Latency, type Rounds, summarizeLatency, timeEach, timeRounds } from './latency'
import { SHORT_QUERIES } from './short-queries'

/** The latency of a running site over HTTP, one request at a time. */
export interface SiteReport {
  readonly search: Rounds
  /** For `SHORT_QUERIES`, for which any engine finds articles. */
  readonly shortSearch: Rounds
  readonly suggestions: Latency
  /** For the page of the first article that answers each judged query. */
  readonly articles?: Rounds
}

interface Site {
  readonly url: string
  readonly searchPath: (text: string) => string
  readonly suggestPath: (text: string) => string
  readonly articlePath?: (number: number) => string
}

export interface Asked {
  readonly queries: readonly JudgedQuery[]
  /** The contents of the search box after each key. */
  readonly typed: readonly string[]
}

const ROUNDS = 3
const SHORT_ROUNDS = 5
const REQUEST_SECONDS = 30

/** Measures the answers of a site. Throws for an error page, which must not look like speed. */
export async function measureSite(site: Site, { queries, typed }: Asked): Promise<SiteReport> {
  const { searchPath, suggestPath, articlePath } = site
  const ask = (path: string) => askSite(site.url, path)
  const searches = queries.map(({ q }) => searchPath(q))
  const numbers = queries.flatMap(({ ids }) => ids.slice(0, 1))
  return {
    search: await timeRounds(searches, ROUNDS, ask),
    shortSearch: await timeRounds(SHORT_QUERIES.map(searchPath), SHORT_ROUNDS, ask),
    suggestions: summarizeLatency(await timeEach(typed.map(suggestPath), ask)),
    articles: articlePath && (await timeRounds(numbers.map(articlePath), ROUNDS, ask)),
  }
}

/** Gives the text of an answer. Throws a `CommandError` for any status but success. */
export async function askSite(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(REQUEST_SECONDS * 1000) })
  const text = await response.text()
  if (response.ok) return text
  throw new CommandError(`${url}${path} answered ${response.status}. Its text begins: ${text.slice(0, 300)}`)
}
