import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseClusterSettings } from '@/lib/kb-index/file/cluster-settings.mjs'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { parseSettings } from '@/server/settings.mjs'

const CLUSTER = { KB_SEARCH: 'opensearch', KB_OPENSEARCH_URL: 'http://10.0.0.1:9200, https://me:secret@search.example' }

test('words are found in the index file unless a cluster is named', () => {
  for (const env of [{}, { KB_SEARCH: '' }, { KB_SEARCH: 'index-file', KB_OPENSEARCH_URL: 'http://10.0.0.1' }]) {
    assert.equal(parseClusterSettings(env), undefined)
  }
  assert.deepEqual(parseClusterSettings(CLUSTER), {
    nodes: ['http://10.0.0.1:9200', 'https://me:secret@search.example'],
    alias: 'kb-viewer',
    shards: 3,
    replicas: 1,
  })
})

for (const [name, value] of [
  ['KB_SEARCH', 'elastic'],
  ['KB_OPENSEARCH_URL', ''],
  ['KB_OPENSEARCH_URL', 'http://me:secret@one,two'],
  ['KB_OPENSEARCH_INDEX', '../_all'],
  ['KB_OPENSEARCH_INDEX', 'KB'],
  ['KB_OPENSEARCH_SHARDS', '0'],
  ['KB_OPENSEARCH_REPLICAS', '-1'],
] as const) {
  test(`${name}="${value}" ends the start in two sentences that name it, and no password`, () => {
    assert.throws(
      () => parseSettings({ ...CLUSTER, [name]: value }, { isDevelopment: false, maxFiles: 1_000_000 }),
      (error) =>
        error instanceof CommandError &&
        error.message.includes(name) &&
        /\. [A-Z].+\.$/.test(error.message) &&
        !error.message.includes('secret'),
    )
  })
}
