import assert from 'node:assert/strict'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import Database from 'libsql'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { countArticles, getIndexVersion } from '@/lib/kb-index/file/collection'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex, SCHEMA_VERSION, sharedIndex } from '@/lib/kb-index/file/open'
import { listIndexedFiles, listProblems } from '@/lib/kb-index/read/indexed-files'
import { getLocation, getSupersedence } from '@/lib/kb-index/read/relations'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import {
  assertNoDrafts,
  dumpIndex,
  indexPath,
  openSampleIndex,
  putFiles,
  type SampleFiles,
} from '@/tests/support/sample-index'

const BEFORE: SampleFiles = {
  'a.md':
    'number: 1\ntitle: One\nline: L\nproducts: [C#]\nproductGroup: G\nsupersededBy: 2\naliases: [9]\n\nFirst words.',
  'b.md': 'number: 2\ntitle: Two\nline: L\nproducts: [C++]\nsupersededBy: 3\nfixes: [1]\n\nSee [one](/kb/1).',
  'c.md': 'number: 3\ntitle: Three\nline: L\nproducts: [G, C]\nsupersededBy: 1\n\nSee KB99999.',
  'd.md': 'number: 1\ntitle: Another one\nproducts: [D]\n\nOther words.',
}

/** Nothing is wrong between these, so that a change of words alone leaves all that is derived as it is. */
const SOUND: SampleFiles = {
  'a.md': 'number: 1\ntitle: One\nline: L\nproducts: [C#]\nproductGroup: G\naliases: [9]\n\nFirst words, see KB99998.',
  'b.md': 'number: 2\ntitle: Two\nline: L\nproducts: [C++]\nsupersedes: 1\nfixes: [4]\n\nSee [one](/kb/1).',
  'd.md': 'number: 4\ntitle: Four\nproducts: [G, C]\n\nA problem with 0x80070643.',
}

const OF_WORDS: readonly [title: string, changed: SampleFiles][] = [
  ['of words', { 'a.md': SOUND['a.md']?.replace('First', 'Other first') ?? '' }],
  ['of words in a replacing article', { 'b.md': `${SOUND['b.md']} It is new.` }],
  ['of lines', { 'a.md': SOUND['a.md']?.replace('First', 'Line.\n\nFirst') ?? '' }],
  ['of a cited number', { 'a.md': SOUND['a.md']?.replace('99998', '99997') ?? '' }],
  ['of a cited title', { 'a.md': SOUND['a.md']?.replace('KB99998', '[A title](/kb/99998)') ?? '' }],
  ['of a statement', { 'b.md': SOUND['b.md']?.replace('supersedes: 1\n', '') ?? '' }],
  ['of a date', { 'a.md': SOUND['a.md']?.replace('aliases', 'reviewed: 2001-01-01\naliases') ?? '' }],
  ['of an error code', { 'd.md': SOUND['d.md']?.replace('0x80070643', '0x80070005') ?? '' }],
  ['of a product', { 'd.md': SOUND['d.md']?.replace('[G, C]', '[G]') ?? '' }],
  ['to a link to itself', { 'd.md': `${SOUND['d.md']} See [this](/kb/4).` }],
  ['to a link to a file', { 'd.md': `${SOUND['d.md']} See [one](a.md) and [none](none.md).` }],
  ['of several files', { 'a.md': `${SOUND['a.md']} More.`, 'd.md': `${SOUND['d.md']} More.` }],
]

for (const [title, changed] of OF_WORDS) {
  test(`an update gives the same answers as a new index: a change ${title}`, async (context) => {
    const file = indexPath(context)
    await build(file, SOUND)
    const writer = IndexWriter.update(file)
    putFiles(writer, changed)
    const problems = await writer.finish()
    const updated = openIndex(file)
    context.after(() => closeDatabase(updated))
    const rebuilt = await openSampleIndex(context, { ...SOUND, ...changed })
    assert.deepEqual(dumpIndex(updated), dumpIndex(rebuilt))
    assert.deepEqual(problems, listProblems(rebuilt))
  })
}

const CHANGES: readonly [title: string, changed: SampleFiles, gone: readonly string[]][] = [
  ['a cycle is broken', { 'c.md': 'number: 3\ntitle: Three, again\nline: L\n\nNew words.' }, []],
  ['a file leaves', {}, ['b.md']],
  ['the served file of a number leaves, and the other comes back', { 'd.md': BEFORE['d.md'] ?? '' }, ['a.md']],
  ['a file takes a number that is used', { 'aa.md': 'number: 2\ntitle: Earlier path\n\nx' }, []],
  ['a file gets another number', { 'b.md': 'number: 22\ntitle: Two\n\nx' }, []],
  [
    'a product comes that changes the addresses of others',
    { 'e.md': 'number: 5\ntitle: Five\nproducts: [C !, "C\\""]\n\nx' },
    [],
  ],
  ['a group is no group any more', { 'a.md': 'number: 1\ntitle: One\nproducts: [C#]\n\nx' }, []],
  ['a line gets an address that another had', { 'e.md': 'number: 5\ntitle: Five\nline: "+L"\n\nx' }, []],
  ['everything leaves but one', {}, ['a.md', 'b.md', 'd.md']],
]

for (const [title, changed, gone] of CHANGES) {
  test(`an update gives the same answers as a new index: ${title}`, async (context) => {
    const file = indexPath(context)
    await build(file, BEFORE)
    const writer = IndexWriter.update(file)
    for (const path of gone) writer.removeFile(path)
    putFiles(writer, changed)
    const problems = await writer.finish()

    const after = Object.fromEntries(Object.entries({ ...BEFORE, ...changed }).filter(([path]) => !gone.includes(path)))
    const updated = openIndex(file)
    context.after(() => closeDatabase(updated))
    const rebuilt = await openSampleIndex(context, after)
    assert.deepEqual(dumpIndex(updated), dumpIndex(rebuilt))
    assert.deepEqual(problems, listProblems(rebuilt))
  })
}

test('the order in which files come in changes nothing', async (context) => {
  const forwards = await openSampleIndex(context, BEFORE)
  const backwards = await openSampleIndex(context, Object.fromEntries(Object.entries(BEFORE).reverse()))
  assert.deepEqual(dumpIndex(backwards), dumpIndex(forwards))
})

test('a file that cannot be served is remembered with its problem until it changes', async (context) => {
  const file = indexPath(context)
  const writer = IndexWriter.build(file)
  putFiles(writer, { 'a.md': 'number: 1\ntitle: One\n\nx' })
  const problem = { file: 'b.md', line: 3, number: kbNumberOf(1), message: 'This is wrong. Do that.' }
  writer.putBrokenFile({ path: 'b.md', size: 5, mtimeMs: 7 }, [problem])
  assert.deepEqual(await writer.finish(), [problem])
  const index = openIndex(file)
  assert.equal(countArticles(index), 1)
  assert.deepEqual(listIndexedFiles(index)[1], { path: 'b.md', size: 5, mtimeMs: 7, number: 1, hasFault: 1 })
  closeDatabase(index)
  const update = IndexWriter.update(file)
  putFiles(update, { 'b.md': 'number: 2\ntitle: Two\n\nx' })
  assert.deepEqual(await update.finish(), [])
})

test('readers read on in the old index during an update, and who opens it then has the new one', async (context) => {
  const file = indexPath(context)
  await build(file, BEFORE)
  const reader = openIndex(file)
  context.after(() => closeDatabase(reader))
  const before = getIndexVersion(reader)
  const writer = IndexWriter.update(file)
  putFiles(writer, { 'x.md': 'number: 50\ntitle: Fifty\n\nneedle' })
  const found = async () => (await searchArticles(reader, parseSearchQuery({ q: 'needle' }))).itemCount
  assert.deepEqual([await found(), countArticles(reader)], [0, 3])
  await writer.finish()
  assert.deepEqual([await found(), countArticles(reader), getIndexVersion(reader)], [0, 3, before])
  const next = openIndex(file)
  context.after(() => closeDatabase(next))
  assert.equal((await searchArticles(next, parseSearchQuery({ q: 'needle' }))).itemCount, 1)
  assert.notEqual(getIndexVersion(next), before)
})

test('an update that is given up leaves the index as it was, and no file beside it', async (context) => {
  const file = indexPath(context)
  await build(file, BEFORE)
  const reader = openIndex(file)
  const before = dumpIndex(reader)
  const update = IndexWriter.update(file)
  putFiles(update, { 'a.md': 'number: 77\ntitle: x\n\nx' })
  update.removeFile('b.md')
  update.abandon()
  const rebuild = IndexWriter.build(file)
  putFiles(rebuild, { 'a.md': 'number: 77\ntitle: x\n\nx' })
  rebuild.abandon()
  assert.deepEqual(dumpIndex(reader), before)
  closeDatabase(reader)
  assertNoDrafts(file)
})

test('the shared index becomes the new file when a build swaps one in', async (context) => {
  const file = indexPath(context)
  await build(file, { 'a.md': 'number: 1\ntitle: Old\n\nx' })
  const old = sharedIndex(file)
  const version = getIndexVersion(old)
  assert.equal(sharedIndex(file), old)
  await build(file, { 'b.md': 'number: 2\ntitle: New\n\nx' })
  // It looks twice a second.
  const deadline = Date.now() + 10_000
  while (sharedIndex(file) === old && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
  const next = sharedIndex(file)
  assert.equal(getLocation(next, kbNumberOf(2))?.path, 'b.md')
  assert.equal(getLocation(next, kbNumberOf(1)), undefined)
  assert.notEqual(getIndexVersion(next), version)
  // Requests that have the old index finish with it.
  assert.equal((await searchArticles(old, parseSearchQuery({ q: 'old' }))).itemCount, 1)
})

test('an index that is missing, of another version or no database is refused, never empty', async (context) => {
  const file = indexPath(context)
  const refuse = (reason: RegExp) => {
    assert.equal(isCurrentIndex(file), false)
    assert.throws(() => openIndex(file), reason)
    assert.throws(() => openIndex(file), /^Error: .*\. Build it with "npm run index:build"\.$/)
  }
  refuse(/There is no index at/)
  assert.throws(() => sharedIndex(file), /There is no index at/)
  writeFileSync(file, '')
  refuse(/is damaged/)
  writeFileSync(file, 'this is not a database, whatever its name says '.repeat(50))
  refuse(/is damaged/)
  rmSync(file)
  await build(file, BEFORE)
  assert.equal(isCurrentIndex(file), true)
  const database = new Database(file)
  database.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
  database.close()
  refuse(/was made by another version/)
})

test('an index that was deleted gives the same answers when it is built again', async (context) => {
  const file = indexPath(context)
  await build(file, BEFORE)
  const first = openIndex(file)
  const before = dumpIndex(first)
  closeDatabase(first)
  rmSync(file)
  assert.equal(existsSync(file), false)
  await build(file, BEFORE)
  const second = openIndex(file)
  context.after(() => closeDatabase(second))
  assert.deepEqual(dumpIndex(second), before)
  assert.equal(getSupersedence(second, kbNumberOf(1))?.state, 'no-replacement-known')
})

async function build(file: string, files: SampleFiles): Promise<void> {
  const writer = IndexWriter.build(file)
  putFiles(writer, files)
  await writer.finish()
}
