import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { Cluster } from '@/lib/kb-index/search/cluster/cluster'
import { createOpenSearchEngine } from '@/lib/kb-index/search/cluster/open-search-engine'
import { publishIndex } from '@/lib/kb-index/search/cluster/publish-index'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { changeIndex } from '@/tests/support/change-index'
import { indexPath, manyFiles, openSampleIndex } from '@/tests/support/sample-index'
import { testSearchEngine } from '@/tests/support/search-engine-conformance'
import { startCluster, type TestCluster } from './nodes/start-cluster'

let nodes: TestCluster
let collections = 0

before(async () => {
  nodes = await startCluster(3)
})
after(() => nodes?.stop())

const PATIENT = { searchTimeout: 20_000 }
const LAYOUT = { shards: 2, replicas: 0 }

testSearchEngine('an OpenSearch cluster', async (context) => {
  const file = indexPath(context)
  await IndexWriter.build(file).finish()
  let index = openIndex(file)
  const cluster = new Cluster({ nodes: nodes.urls, alias: `kb-test-${++collections}` }, PATIENT)
  const engine = createOpenSearchEngine(cluster)
  await publishIndex(cluster, index, { layout: LAYOUT })
  context.after(async () => {
    closeDatabase(index)
    await cluster.close()
  })
  return {
    change: async (change) => {
      await changeIndex(file, change)
      closeDatabase(index)
      index = openIndex(file)
      await publishIndex(cluster, index, { layout: LAYOUT })
    },
    search: (query) => searchArticles(index, query, engine),
    suggest: async (text) => (await suggestArticles(index, text, engine)).articles,
    findSimilar: (text, limit) => engine.findSimilar(index, text, limit),
  }
})

test('a node is killed while 20 readers search: each of them gets each answer', async (context) => {
  // Other work on this machine must not look like a failed node.
  const cluster = new Cluster({ nodes: nodes.urls, alias: 'kb-test-kill' }, PATIENT)
  context.after(() => cluster.close())
  const text = (place: number) => `number: ${1000 + place}\ntitle: Queue ${place}\n\nMessages wait in queue ${place}.`
  const index = await openSampleIndex(context, manyFiles(200, text))
  await publishIndex(cluster, index, { layout: { shards: 3, replicas: 1 } })
  await nodes.untilGreen()
  const engine = createOpenSearchEngine(cluster)
  const faults: unknown[] = []
  let answers = 0
  let isKilled = false
  /** Searches before the node is killed, while it goes, and as often again afterwards. */
  const read = async () => {
    for (let after = 0; after < 20; after += isKilled ? 1 : 0) {
      const { itemCount } = await searchArticles(index, parseSearchQuery({ q: 'queue messages' }), engine)
      if (itemCount !== 200) throw new Error(`${itemCount} of 200 articles were found.`)
      answers++
    }
  }
  const readers = Array.from({ length: 20 }, () => read().catch((error: unknown) => faults.push(error)))
  while (answers < 100 && faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await nodes.kill(1)
  isKilled = true
  await Promise.all(readers)
  assert.deepEqual(faults, [])
  assert.ok(answers >= 500, `${answers}`)
})
