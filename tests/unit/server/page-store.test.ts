import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createPageStore } from '@/server/pages/page-store.mjs'
import { makeFolder } from '@/tests/support/folder'
import { pageOf } from '@/tests/support/page-of'

const LABEL = 'digest.file'
const TEXT = 'The page of an article. '.repeat(100)

/** Stores below one folder, each as another process would open it. */
function openFolder(t: TestContext, maxBytes = 1_000_000) {
  const folder = join(makeFolder(t), 'pages')
  const faults: unknown[] = []
  const open = async ({ label = LABEL, build = 'build' } = {}) => {
    const store = createPageStore({ folder, maxBytes, build }, (error) => faults.push(error))
    t.after(() => store.close())
    store.follow(label)
    await store.ready()
    return store
  }
  const files = (ending: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => join(folder, name))
  return { folder, open, faults, files }
}

test('a page that is kept is there for this process and the next, the same in every encoding', async (t) => {
  const { open, faults } = openFolder(t)
  const first = await open()
  const page = pageOf(LABEL, TEXT)
  await first.put(' /kb/1', page)
  assert.equal(await first.get(' /kb/2'), undefined)
  for (const store of [first, await open()]) {
    const kept = await store.get(' /kb/1')
    assert.ok(kept)
    const { content, ...rest } = kept
    const { content: made, ...facts } = page
    assert.deepEqual(rest, facts)
    for (const accepted of ['', 'gzip', 'br']) assert.deepEqual(await content.in(accepted), await made.in(accepted))
  }
  assert.deepEqual(faults, [])
})

test('two processes write beside each other, and the next one has the pages of both', async (t) => {
  const { open } = openFolder(t)
  const stores = [await open(), await open()]
  for (const [at, store] of stores.entries()) await store.put(` /kb/${at}`, pageOf(LABEL, TEXT))
  const next = await open()
  assert.equal(next.counts().stored_pages, 2)
  for (const key of [' /kb/0', ' /kb/1']) assert.ok(await next.get(key), key)
})

test('a record with any byte changed is no page, and is made anew', async (t) => {
  const { open, files, faults } = openFolder(t)
  await (await open()).put(' /kb/1', pageOf(LABEL, TEXT))
  const [file = ''] = files('.pages')
  const record = readFileSync(file)
  for (let at = 0; at < record.length; at++) {
    const damaged = Buffer.from(record)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(file, damaged)
    const store = await open()
    assert.equal(await store.get(' /kb/1'), undefined, `byte ${at}`)
    await store.close()
  }
  const store = await open()
  assert.equal(await store.get(' /kb/1'), undefined)
  await store.put(' /kb/1', pageOf(LABEL, TEXT))
  assert.ok(await store.get(' /kb/1'))
  assert.deepEqual(faults, [])
})

test('of files that were cut off, whatever is whole is kept', async (t) => {
  const { open, files } = openFolder(t)
  const store = await open()
  for (let at = 0; at < 5; at++) await store.put(` /kb/${at}`, pageOf(LABEL, `${at} ${TEXT}`))
  const [list = ''] = files('.list')
  const [records = ''] = files('.pages')
  const count = async () => {
    const next = await open()
    const pages = await Promise.all(Array.from({ length: 5 }, (_, at) => next.get(` /kb/${at}`)))
    return pages.filter(Boolean).length
  }
  truncateSync(list, readFileSync(list).length - 3)
  assert.equal(await count(), 4)
  truncateSync(records, readFileSync(records).length / 2)
  assert.equal(await count(), 2)
  writeFileSync(list, 'no list\n0 99999999999 /kb/1\n-1 5  /kb/2\n')
  assert.equal(await count(), 0)
  rmSync(list)
  assert.equal(await count(), 0)
})

test('an entry that leads to the record of another page gives none', async (t) => {
  const { open, files } = openFolder(t)
  await (await open()).put(' /kb/1', pageOf(LABEL, TEXT))
  const [list = ''] = files('.list')
  writeFileSync(list, readFileSync(list, 'utf8').replace('/kb/1', '/kb/2'))
  assert.equal(await (await open()).get(' /kb/2'), undefined)
})

test('pages of another index or build are removed, and nothing else', async (t) => {
  const { open, folder, files } = openFolder(t)
  mkdirSync(join(folder, 'of somebody'), { recursive: true })
  const store = await open()
  await store.put(' /kb/1', pageOf(LABEL, TEXT))
  store.follow('other.file')
  await store.ready()
  assert.equal(await store.get(' /kb/1'), undefined)
  await store.put(' /kb/1', pageOf(LABEL, TEXT))
  assert.equal(await store.get(' /kb/1'), undefined, 'was made from the former index')
  await store.close()
  assert.deepEqual(files('.pages'), [])

  await (await open()).put(' /kb/1', pageOf(LABEL, TEXT))
  assert.equal(await (await open({ build: 'next' })).get(' /kb/1'), undefined)
  assert.deepEqual(files('.pages'), [])
  assert.ok(existsSync(join(folder, 'of somebody')))
})

test('pages stay within the bound on bytes, and what is there stays', async (t) => {
  const { open, files } = openFolder(t, 2000)
  const store = await open()
  for (let at = 0; at < 50; at++) await store.put(` /kb/${at}`, pageOf(LABEL, `${at} ${TEXT}`))
  assert.equal(store.hasRoom(), false)
  const [file = ''] = files('.pages')
  assert.ok(readFileSync(file).length <= 2000)
  assert.ok(await store.get(' /kb/0'))
  assert.equal(await store.get(' /kb/49'), undefined)
  assert.equal((await open()).counts().stored_page_bytes, readFileSync(file).length)
})

test('a folder that cannot be written is told once, and the site goes on', async (t) => {
  const { open, folder, faults } = openFolder(t)
  const store = await open()
  writeFileSync(folder, 'a file')
  for (let at = 0; at < 3; at++) await store.put(` /kb/${at}`, pageOf(LABEL, TEXT))
  assert.equal(faults.length, 1)
  assert.equal(store.hasRoom(), false)
  assert.equal(await store.get(' /kb/1'), undefined)
})
