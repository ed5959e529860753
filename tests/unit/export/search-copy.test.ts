import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listSearchFiles } from '@/lib/export/search/list-search-files'
import { searchCopy } from '@/lib/export/search/search-copy'
import { COLLECTION_NAME, type CollectionData, RECEIVER, SEARCH_FOLDER } from '@/lib/export/search/search-files'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { openShippedIndex } from '@/tests/support/shipped-index'

/** Runs the files as a browser does. */
function readFiles(index: IndexDatabase): ReadonlyMap<string, unknown> {
  const files = new Map<string, unknown>()
  for (const { file, text } of listSearchFiles(index)) {
    new Function(RECEIVER, text)((name: string, data: unknown) => {
      assert.equal(file, `${SEARCH_FOLDER}/${name}.js`)
      files.set(name, data)
    })
  }
  return files
}

const QUERIES = [
  { q: 'outlook web access' },
  { q: '"mailbox server" crash' },
  { q: 'update rollup -2007 "service pack 3"' },
  { q: 'KB94' },
  { q: '940006' },
  { q: 'KB999999' },
  { q: 'what fixes owa logon after kb940006' },
  { q: 'free/busy product:exchange kind:problem' },
  { q: 'constructor toString __proto__' },
  { product: 'exchange-server-2007', state: 'superseded', page: '2' },
  { q: 'rollup', sort: 'newest', year: '2008' },
  { q: 'store.exe', sort: 'number' },
]

test('a copy finds what the server finds, in the same order, with the same excerpts and filters', async () => {
  const index = await openShippedIndex()
  const files = readFiles(index)
  for (const parameters of QUERIES) {
    const query = parseSearchQuery(parameters)
    const loaded = new Set<string>()
    const load = async (names: readonly string[]) => {
      for (const name of names) assert.ok(!loaded.has(name), `${name} is loaded once`)
      for (const name of names) loaded.add(name)
      return new Map(names.map((name) => [name, files.get(name)]))
    }
    const found = await searchCopy(query, files.get(COLLECTION_NAME) as CollectionData, load)
    const expected = await searchArticles(index, query)
    const words = JSON.stringify(parameters)
    assert.deepEqual(found.items.map(withoutGaps), expected.items.map(withoutGaps), words)
    assert.deepEqual(found.facets, expected.facets, words)
    assert.equal(found.itemCount, expected.itemCount, words)
    assert.equal(found.exact?.number, expected.exact?.number, words)
    assert.equal(found.missingNumber, expected.missingNumber, words)
  }
})

/** A file has no properties without a value. */
function withoutGaps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
