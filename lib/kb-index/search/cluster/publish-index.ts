import { z } from 'zod'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { type DocumentHead, listHeads, makeDocuments } from './article-documents'
import { BulkWriter } from './bulk-writer'
import type { Cluster } from './cluster'
import { aliasOf, indexDefinition, type Layout } from './mapping'

export interface Publication {
  readonly articleCount: number
  /** Articles that the cluster did not have as they are now, and articles that it had and should not. */
  readonly changedCount: number
  readonly isNewIndex: boolean
}

interface Publishing {
  readonly layout: Layout
  readonly onProgress?: (done: number, total: number) => void
}

/** If a larger share of the articles has changed, a new index takes less time than an update, and is never half changed. */
const REBUILD_SHARE = 0.3
/** Hashes that are read at a time. */
const PAGE = 10_000

/**
 * Makes the cluster have what the index file has. A new index is filled beside the one that is searched, and takes its place
 * when it is complete; after a fault the searched one is as it was. Few changes are written into it, each article at once;
 * what a fault leaves out, the next publication finds by comparing hashes.
 */
export async function publishIndex(
  cluster: Cluster,
  database: IndexDatabase,
  { layout, onProgress }: Publishing,
): Promise<Publication> {
  const heads = listHeads(searchIndexOf(database))
  const searched = await findSearched(cluster)
  const known = searched === undefined ? new Map<KbNumber, string>() : await readHashes(cluster, searched)
  const changed = heads.filter(({ number, hash }) => known.get(number) !== hash)
  const present = new Set(heads.map(({ number }) => number))
  const gone = [...known.keys()].filter((number) => !present.has(number))
  const changedCount = changed.length + gone.length
  const isNewIndex = searched === undefined || changedCount > heads.length * REBUILD_SHARE
  const write = async (index: string, written: readonly DocumentHead[]) => {
    const writer = new BulkWriter(cluster, index)
    let done = 0
    for (const document of makeDocuments(database, written)) {
      await writer.put(document)
      onProgress?.(++done, written.length)
    }
    for (const number of index === searched ? gone : []) await writer.delete(number)
    await writer.flush()
    await cluster.ask({ method: 'POST', path: `/${index}/_refresh`, isSlow: true })
  }
  if (isNewIndex) await buildNew(cluster, { layout, searched, count: heads.length }, (index) => write(index, heads))
  else if (changedCount > 0) await write(searched, changed)
  return { articleCount: heads.length, changedCount, isNewIndex }
}

/** Gives the index behind the alias, or `undefined`. */
async function findSearched(cluster: Cluster): Promise<string | undefined> {
  const path = `/_alias/${aliasOf(cluster.settings)}`
  const { status, body } = await cluster.ask({ method: 'GET', path, allowed: [404], isSlow: true })
  return status === 404 ? undefined : Object.keys(z.record(z.string(), z.unknown()).parse(body))[0]
}

const HASHES = z.object({
  hits: z.object({
    hits: z.array(z.object({ fields: z.object({ number: z.tuple([z.number()]), hash: z.tuple([z.string()]) }) })),
  }),
})

async function readHashes(cluster: Cluster, index: string): Promise<Map<KbNumber, string>> {
  const known = new Map<KbNumber, string>()
  let after: number | undefined
  for (;;) {
    const { body } = await cluster.ask({
      method: 'POST',
      path: `/${index}/_search`,
      query: { allow_partial_search_results: false },
      body: {
        size: PAGE,
        _source: false,
        docvalue_fields: ['number', 'hash'],
        sort: [{ number: 'asc' }],
        search_after: after === undefined ? undefined : [after],
      },
      isSlow: true,
    })
    const { hits } = HASHES.parse(body).hits
    for (const { fields } of hits) known.set(fields.number[0] as KbNumber, fields.hash[0])
    after = hits.at(-1)?.fields.number[0]
    if (hits.length < PAGE) return known
  }
}

interface NewIndex {
  readonly layout: Layout
  readonly searched?: string
  readonly count: number
}

async function buildNew(
  cluster: Cluster,
  { layout, searched, count }: NewIndex,
  fill: (index: string) => Promise<void>,
): Promise<void> {
  const alias = aliasOf(cluster.settings)
  const index = `${alias}-${Date.now().toString(36)}`
  await cluster.ask({ method: 'PUT', path: `/${index}`, body: indexDefinition(layout), isSlow: true })
  try {
    await fill(index)
    await requireCount(cluster, index, count)
    const settings = {
      index: { number_of_replicas: layout.replicas, refresh_interval: '1s', translog: { durability: 'request' } },
    }
    await cluster.ask({ method: 'PUT', path: `/${index}/_settings`, body: settings, isSlow: true })
    // Without enough nodes for the copies it never becomes green, and can be searched all the same.
    const query = { wait_for_status: 'green', timeout: '30s' }
    await cluster.ask({ method: 'GET', path: `/_cluster/health/${index}`, query, allowed: [408], isSlow: true })
    const actions = [{ add: { index, alias } }, ...(searched ? [{ remove_index: { index: searched } }] : [])]
    await cluster.ask({ method: 'POST', path: '/_aliases', body: { actions }, isSlow: true })
  } catch (error) {
    await cluster.ask({ method: 'DELETE', path: `/${index}`, allowed: [404], isSlow: true }).catch(() => {
      // The fault itself says more, and what is left has no alias.
    })
    throw error
  }
}

async function requireCount(cluster: Cluster, index: string, expected: number): Promise<void> {
  const { body } = await cluster.ask({ method: 'GET', path: `/${index}/_count`, isSlow: true })
  const { count } = z.object({ count: z.number() }).parse(body)
  if (count === expected) return
  throw new SearchUnavailable(
    `The new index on the OpenSearch cluster has ${count} articles instead of ${expected}. It is not searched; run "npm run search:publish" again.`,
  )
}
