import { CommandError } from '@/scripts/shared/command-error.mjs'
import type { JudgedQuery } from './judged-queries'
import { type Latency, summarizeLatency, timeEach, timeRounds } from './latency'
import { SHORT_QUERIES } from './short-queries'

/** What a running site does when it is asked over HTTP, one request at a time. */
export interface SiteReport {
  /** Of the judged queries. */
  readonly search: { readonly first: Latency; readonly later: Latency }
  /** Of `SHORT_QUERIES`, which any engine finds articles for. */
  readonly shortSearch: { readonly first: Latency; readonly later: Latency }
  readonly suggestions: Latency
}

interface Site {
  readonly url: string
  readonly searchPath: (text: string) => string
  readonly suggestPath: (text: string) => string
}

/** What a site is asked. */
export interface Asked {
  readonly queries: readonly JudgedQuery[]
  /** What stands in the box after each key. */
  readonly typed: readonly string[]
}

const ROUNDS = 3
const SHORT_ROUNDS = 5
const REQUEST_SECONDS = 30

/** Measures the answers of a site. Any answer but success fails the run: it must not look like speed. */
export async function measureSite(site: Site, { queries, typed }: Asked): Promise<SiteReport> {
  const search = (text: string) => askSite(site.url, site.searchPath(text))
  return {
    search: await timeRounds(
      queries.map(({ q }) => q),
      ROUNDS,
      search,
    ),
    shortSearch: await timeRounds(SHORT_QUERIES, SHORT_ROUNDS, search),
    suggestions: summarizeLatency(await timeEach(typed, (text) => askSite(site.url, site.suggestPath(text)))),
  }
}

/** Gives the whole text of an answer. Throws a `CommandError` for any answer but success. */
export async function askSite(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(REQUEST_SECONDS * 1000) })
  const text = await response.text()
  if (response.ok) return text
  throw new CommandError(`${url}${path} answered ${response.status}. It said: ${text.slice(0, 300)}`)
}
