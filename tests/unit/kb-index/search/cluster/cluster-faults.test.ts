import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { Cluster } from '@/lib/kb-index/search/cluster/cluster'
import { createOpenSearchEngine } from '@/lib/kb-index/search/cluster/open-search-engine'
import { type FakeAnswer, type FakeRequest, startFakeCluster } from '@/tests/support/processes/fake-cluster'
import { openSampleIndex } from '@/tests/support/sample-index'

const FILES = {
  'a.md': 'number: 940006\ntitle: The queue is stuck\nproducts: [Mail Server]\n\nMessages wait in the queue.',
  'b.md': 'number: 941421\ntitle: Restart the queue\nproducts: [Mail Server]\n\nHow to restart it.',
}

/** A whole answer with these hits, the best first. */
function found(...numbers: readonly number[]): FakeAnswer {
  const hits = numbers.map((number, place) => ({
    _id: String(number),
    _score: 3 - place / 10,
    _source: { title: `Title ${number}`, text: 'Messages wait in the queue.' },
  }))
  const none = { doc_count: 0, values: { buckets: [] } }
  const all = { doc_count: numbers.length }
  return {
    body: {
      timed_out: false,
      _shards: { total: 3, failed: 0 },
      hits: { total: { value: numbers.length }, hits },
      aggregations: {
        product: none,
        kind: none,
        state: none,
        provenance: none,
        year: none,
        all,
        passing: all,
      },
    },
  }
}

async function openSite(
  context: TestContext,
  answer: (request: FakeRequest, count: number) => FakeAnswer,
  searchTimeout = 300,
) {
  const { url, requests } = await startFakeCluster(context, answer)
  const cluster = new Cluster({ nodes: [url], alias: 'kb' }, { searchTimeout })
  context.after(() => cluster.close())
  const engine = createOpenSearchEngine(cluster)
  const index = await openSampleIndex(context, FILES)
  return { search: (q: string) => searchArticles(index, parseSearchQuery({ q }), engine), requests }
}

test('a whole answer is a page of results', async (context) => {
  // A busy computer may take longer than a cluster that does not answer is given.
  const { search } = await openSite(context, () => found(941421, 940006), 30_000)
  const { items, itemCount } = await search('queue')
  assert.deepEqual(
    items.map(({ article }) => article.number),
    [941421, 940006],
  )
  assert.equal(itemCount, 2)
  assert.deepEqual(
    items[0]?.snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text),
    ['queue'],
  )
})

const partial = { timed_out: false, _shards: { total: 4, failed: 2 }, hits: { total: { value: 1 }, hits: [] } }

for (const [what, answer, said] of [
  ['no answer at all', () => undefined, /did not answer within 0\.3 seconds, twice/],
  ['too many requests, twice', () => ({ status: 429 }), /overloaded \(429\)/],
  ['half of the shards', () => ({ body: partial }), /2 of 4 shards/],
  ['a search that was given up', () => ({ body: { ...partial, timed_out: true } }), /not to the end/],
  ['no index of this version', () => ({ status: 404, body: { error: {} } }), /no index of this version/],
  ['another mapping', () => ({ status: 400, body: { error: 'field [terms] is not rank_features' } }), /another form/],
  ['a refused password', () => ({ status: 401 }), /refuses access \(401\)/],
  ['a lost shard', () => ({ status: 503 }), /gives no answer \(503\)/],
  ['something else', () => ({ body: { hello: 'world' } }), /in a form that this version/],
] as const satisfies readonly (readonly [string, () => FakeAnswer, RegExp])[]) {
  test(`a cluster that gives ${what} is away, in two sentences, and never "no results"`, async (context) => {
    const { search } = await openSite(context, answer)
    await assert.rejects(search('queue'), (error) => {
      assert.ok(error instanceof SearchUnavailable, String(error))
      assert.match(error.message, said)
      assert.match(error.message, /^[^\n]+[.)] [A-Z][^\n]+\.$/)
      return true
    })
  })

  test(`with ${what}, numbers and lists of a product are answered`, async (context) => {
    const { search, requests } = await openSite(context, answer)
    assert.equal((await search('KB940006')).exact?.number, 940006)
    assert.equal((await search('product:"mail server"')).itemCount, 2)
    assert.deepEqual(requests, [])
  })
}

for (const [what, first] of [
  ['too many requests', { status: 429 }],
  ['a node that is starting', { status: 503 }],
  ['a node that went away in the middle', { status: 500, body: { error: { reason: 'Partial shards failure' } } }],
] as const) {
  test(`after ${what} the cluster is asked once more`, async (context) => {
    const { search } = await openSite(context, (_request, count) => (count === 1 ? first : found(940006)))
    assert.equal((await search('queue')).itemCount, 1)
  })
}

test('a node that is away costs no reader his answer', async (context) => {
  const { url } = await startFakeCluster(context, () => found(940006))
  // Nothing listens there.
  const cluster = new Cluster({ nodes: ['http://127.0.0.1:9', url], alias: 'kb' })
  context.after(() => cluster.close())
  const engine = createOpenSearchEngine(cluster)
  const index = await openSampleIndex(context, FILES)
  for (let search = 0; search < 6; search++) {
    assert.equal((await searchArticles(index, parseSearchQuery({ q: 'queue' }), engine)).itemCount, 1)
  }
})
