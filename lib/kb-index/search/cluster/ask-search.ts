import { z } from 'zod'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import type { ArticleText } from '@/lib/kb-index/search/texts'
import type { Clause } from './clauses'
import type { Cluster } from './cluster'
import { aliasOf } from './mapping'

/** How hits are sorted, in the language of the cluster. */
export type Order = readonly Readonly<Record<string, unknown>>[]

/** Equally good hits come in number order. */
export const BEST_FIRST: Order = [{ _score: 'desc' }, { number: 'asc' }]

interface Rescore {
  readonly window_size: number
  readonly query: {
    readonly rescore_query: Clause
    readonly query_weight: number
    readonly rescore_query_weight: number
  }
}

/** Scores so many hits of each shard by `score` alone. */
export function rescoredBy(score: Clause, depth: number): Rescore {
  return { window_size: depth, query: { rescore_query: score, query_weight: 0, rescore_query_weight: 1 } }
}

interface SearchBody {
  readonly query: Clause
  readonly post_filter?: Clause
  readonly aggs?: Readonly<Record<string, object>>
  readonly from?: number
  readonly size: number
  readonly sort?: Order
  /** The best of each shard are scored once more, by this. It excludes `sort`. */
  readonly rescore?: Rescore
  /** With the texts of the hits. */
  readonly hasTexts?: boolean
}

/** The texts of these articles alone. */
export async function readTextsOf(cluster: Cluster, numbers: readonly KbNumber[]): Promise<Texts> {
  if (numbers.length === 0) return new Map()
  const query = { ids: { values: numbers.map(String) } }
  const { hits } = await askSearch(cluster, { query, size: numbers.length, hasTexts: true })
  return new Map(hits.flatMap(({ number, text }) => (text ? [[number, text] as const] : [])))
}

export type Texts = ReadonlyMap<KbNumber, ArticleText>

const HIT = z.object({
  _id: z.string(),
  _score: z.number().nullish(),
  _source: z.object({ title: z.string(), text: z.string() }).optional(),
  matched_queries: z.array(z.string()).optional(),
  fields: z.object({ date: z.array(z.string()).optional() }).optional(),
})

const ANSWER = z.object({
  timed_out: z.boolean(),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({ total: z.object({ value: z.number() }), hits: z.array(HIT) }),
  aggregations: z.unknown().optional(),
})

export interface FoundHit {
  readonly number: KbNumber
  readonly score: number
  readonly text?: ArticleText
  /** The names of the clauses that it matches. */
  readonly matched: readonly string[]
  readonly date: string
}

export interface Found {
  readonly hits: readonly FoundHit[]
  readonly total: number
  readonly counts: unknown
}

/** The cluster gives up by itself before this process does. */
const GIVE_UP_SHARE = 0.95

/** Searches all shards. Throws `SearchUnavailable` if any of them gives no answer: a part of the hits would look like all. */
export async function askSearch(cluster: Cluster, { hasTexts, ...body }: SearchBody): Promise<Found> {
  const answer = await cluster.ask({
    method: 'POST',
    path: `/${aliasOf(cluster.settings)}/_search`,
    query: {
      allow_partial_search_results: false,
      timeout: `${Math.floor(GIVE_UP_SHARE * cluster.searchTimeout)}ms`,
      track_total_hits: true,
    },
    body: { ...body, _source: hasTexts ? ['title', 'text'] : false, docvalue_fields: ['date'], track_scores: true },
  })
  const read = ANSWER.safeParse(answer.body)
  if (!read.success) {
    throw new SearchUnavailable(
      'The OpenSearch cluster answers in a form that this version of KB Viewer cannot read. Check KB_OPENSEARCH_URL, and run "npm run search:publish".',
      read.error,
    )
  }
  const { timed_out, _shards, hits, aggregations } = read.data
  if (timed_out || _shards.failed > 0) {
    const [whole, part] = [_shards.total, _shards.total - _shards.failed]
    throw new SearchUnavailable(
      `The OpenSearch cluster searched ${timed_out ? 'not to the end' : `${part} of ${whole} shards`}. Check the health of its nodes.`,
    )
  }
  return { hits: hits.hits.map(toHit), total: hits.total.value, counts: aggregations }
}

function toHit({ _id, _score, _source, matched_queries: matched = [], fields }: z.infer<typeof HIT>): FoundHit {
  return {
    number: Number(_id) as KbNumber,
    score: _score ?? 0,
    text: _source && { title: _source.title, body: _source.text },
    matched,
    date: fields?.date?.[0] ?? '',
  }
}
