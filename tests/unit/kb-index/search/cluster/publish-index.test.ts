import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { Cluster } from '@/lib/kb-index/search/cluster/cluster'
import { publishIndex } from '@/lib/kb-index/search/cluster/publish-index'
import { type FakeAnswer, type FakeRequest, startFakeCluster } from '@/tests/support/processes/fake-cluster'
import { manyFiles, openSampleIndex } from '@/tests/support/sample-index'

const LAYOUT = { shards: 3, replicas: 1 }

/** Keeps documents as a cluster would. `fault` may answer instead of it. */
class FakeStore {
  readonly indexes = new Map<string, Map<string, Record<string, unknown>>>()
  alias: string | undefined
  fault: (request: FakeRequest) => FakeAnswer | 'none' = () => 'none'

  answer(request: FakeRequest): FakeAnswer {
    const { method, path, lines } = request
    const fault = this.fault(request)
    if (fault !== 'none') return fault
    const index = path.split('/')[1] ?? ''
    if (path.startsWith('/_alias/')) return this.alias ? { body: { [this.alias]: {} } } : { status: 404 }
    if (path === '/_bulk') return { body: { items: this.#write(lines) } }
    if (path === '/_aliases') {
      for (const action of Object(lines[0]).actions) {
        if (action.add) this.alias = action.add.index
        if (action.remove_index) this.indexes.delete(action.remove_index.index)
      }
    }
    if (method === 'PUT' && path === `/${index}`) this.indexes.set(index, new Map())
    if (method === 'DELETE') this.indexes.delete(index)
    if (path.endsWith('/_count')) return { body: { count: this.indexes.get(index)?.size } }
    if (path.endsWith('/_search')) {
      const hits = [...(this.indexes.get(index)?.values() ?? [])].map(({ number, hash }) => ({
        fields: { number: [number], hash: [hash] },
      }))
      return { body: { hits: { hits } } }
    }
    return {}
  }

  #write(lines: readonly Record<string, unknown>[]) {
    const rest = [...lines]
    const items: object[] = []
    for (let action = rest.shift(); action; action = rest.shift()) {
      const [name = '', place] = Object.entries(action)[0] ?? []
      const { _index, _id } = Object(place)
      if (name === 'index') this.indexes.get(_index)?.set(_id, rest.shift() ?? {})
      else this.indexes.get(_index)?.delete(_id)
      items.push({ [name]: { status: 200 } })
    }
    return items
  }

  get searched() {
    return this.indexes.get(this.alias ?? '')
  }
}

async function openStore(context: TestContext) {
  const store = new FakeStore()
  const { url, requests } = await startFakeCluster(context, (request) => store.answer(request))
  const cluster = new Cluster({ nodes: [url], alias: 'kb' })
  context.after(() => cluster.close())
  return { store, requests, publish: (index: IndexDatabase) => publishIndex(cluster, index, { layout: LAYOUT }) }
}

const textOf = (place: number) => `number: ${1000 + place}\ntitle: Article ${place}\n\nThe tool foo.exe waits.`
const changedAt = (changed: number) => (place: number) =>
  place === changed ? textOf(place).replace('waits', 'sleeps') : textOf(place)

test('a document has the terms with their impacts, the exact words, and what filters compare', async (context) => {
  const { store, publish } = await openStore(context)
  const article =
    'number: 940006\ntitle: Size of WS_EX\nkind: problem\nproducts: [Mail Server]\nreviewed: 2006-01-02\n\nFoo.exe waits, code 0x80070643.'
  await publish(await openSampleIndex(context, { 'a.md': article }))
  const { terms, hash, ...document } = store.searched?.get('940006') ?? {}
  assert.match(String(hash), /^[\w-]{22}$/)
  const weights = new Map(Object.entries(Object(terms)).map(([term, weight]) => [term, Number(weight)]))
  // A dot in the name of a field would be one inside of another.
  assert.ok(weights.has('foo\u2024exe') && ![...weights.keys()].some((term) => term.includes('.')))
  assert.ok([...weights.values()].every((weight) => weight >= 1 && weight <= 127))
  assert.ok((weights.get('size') ?? 0) > (weights.get('wait') ?? 0))
  assert.deepEqual(document, {
    number: 940006,
    title: 'Size of WS_EX',
    text: 'Foo.exe waits, code 0x80070643.',
    titleTerms: ['ex', 'of', 'size', 'ws', 'ws_ex'],
    words: ['size of ws ex', 'foo exe waits code 0x80070643'],
    titleWords: 'size of ws ex',
    titleStart: 'size of ws ex ',
    titleLength: 13,
    kind: 'problem',
    state: 'no-replacement-known',
    date: '2006-01-02',
    year: '2006',
    product: ['Mail Server'],
    family: ['mail-server'],
    signature: ['0x80070643'],
    citationFactor: 1,
  })
})

test('the first publication fills a new index, which is searched when it is complete', async (context) => {
  const { store, requests, publish } = await openStore(context)
  const published = await publish(await openSampleIndex(context, manyFiles(20, textOf)))
  assert.deepEqual(published, { articleCount: 20, changedCount: 20, isNewIndex: true })
  assert.equal(store.searched?.size, 20)
  const paths = requests.map(({ path }) => path)
  assert.ok(paths.indexOf('/_aliases') > paths.lastIndexOf('/_bulk'))
})

test('later only what differs is sent', async (context) => {
  const { store, requests, publish } = await openStore(context)
  await publish(await openSampleIndex(context, manyFiles(20, textOf)))
  const before = requests.length
  const changed = await openSampleIndex(context, manyFiles(19, changedAt(3)))
  assert.deepEqual(await publish(changed), { articleCount: 19, changedCount: 2, isNewIndex: false })
  const sent = requests.slice(before).flatMap(({ path, lines }) => (path === '/_bulk' ? lines : []))
  assert.deepEqual(
    sent.filter((line) => !('number' in line)).map((line) => Object.keys(line)[0]),
    ['index', 'delete'],
  )
  assert.equal(store.searched?.get('1003')?.text, 'The tool foo.exe sleeps.')
  assert.equal(store.searched?.has('1019'), false)
  assert.deepEqual(await publish(changed), { articleCount: 19, changedCount: 0, isNewIndex: false })
})

test('what a busy cluster rejects is sent again, and nothing else', async (context) => {
  const { store, publish } = await openStore(context)
  let bulks = 0
  store.fault = ({ path, lines }) => {
    if (path !== '/_bulk' || ++bulks > 2) return 'none'
    if (bulks === 1) return { status: 429 }
    assert.equal(lines.length, 20)
    return { body: { items: lines.slice(0, 10).map(() => ({ index: { status: 429 } })) } }
  }
  await publish(await openSampleIndex(context, manyFiles(10, textOf)))
  assert.equal(store.searched?.size, 10)
  assert.equal(bulks, 3)
})

for (const [what, fault] of [
  ['refuses an article', { body: { items: [{ index: { status: 400, error: { reason: 'no such field' } } }] } }],
  ['goes away', { status: 503 }],
] as const) {
  test(`if the cluster ${what} in the middle, what is searched stays, and nothing half is left`, async (context) => {
    const { store, publish } = await openStore(context)
    const before = manyFiles(10, textOf)
    await publish(await openSampleIndex(context, before))
    const [searched, hash] = [store.alias, store.searched?.get('1001')?.hash]
    store.fault = ({ path }) => (path === '/_bulk' ? fault : 'none')
    const after = await openSampleIndex(
      context,
      manyFiles(10, (place) => textOf(place).replace('waits', 'sleeps')),
    )
    await assert.rejects(
      publish(after),
      (error) => error instanceof SearchUnavailable && /\. .+\.$/.test(error.message),
    )
    assert.deepEqual([store.alias, store.searched?.get('1001')?.hash, store.indexes.size], [searched, hash, 1])
    store.fault = () => 'none'
    assert.equal((await publish(after)).isNewIndex, true)
    assert.deepEqual([store.searched?.get('1001')?.text, store.indexes.size], ['The tool foo.exe sleeps.', 1])
  })
}
