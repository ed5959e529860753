import assert from 'node:assert/strict'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createEncodedBody } from '@/server/pages/encodings.mjs'
import { createPageCache } from '@/server/pages/page-cache.mjs'
import { makeFolder } from '@/tests/support/folder'

/** A cache before a folder with one article and a file that stands in for its index. */
function openCache(t: TestContext, maxBytes = 1_000_000, hasOrigin = true) {
  const contentDir = makeFolder(t, { 'one.md': 'one', 'index.db': 'x'.repeat(200) })
  const indexFile = join(contentDir, 'index.db')
  const cache = createPageCache({ maxBytes, indexFile, contentDir, hasOrigin })
  const page = (more: { label?: string; path?: string } = {}, text = 'page') => ({
    status: 200,
    headers: {},
    content: createEncodedBody(Buffer.from(text)),
    label: cache.currentLabel(),
    ...more,
  })
  return { cache, page, contentDir, indexFile }
}

/** The cache looks at the index this often. */
const LOOK = () => delay(120)
const LATER = () => Date.now() + 1000

test('a page is kept under its address, and only for the index that it was made from', async (t) => {
  const { cache, page, indexFile } = openCache(t)
  await cache.put(' /kb/1', page(), LATER())
  assert.equal((await (await cache.get(' /kb/1'))?.content.in(''))?.bytes.toString(), 'page')
  assert.equal(await cache.get(' /kb/2'), undefined)
  await cache.put(' /kb/2', page({ label: 'of.another' }), LATER())
  await cache.put(' /kb/3', { ...page(), label: undefined }, LATER())
  for (const key of [' /kb/2', ' /kb/3']) assert.equal(await cache.get(key), undefined)

  const old = page()
  writeFileSync(`${indexFile}.next`, 'y'.repeat(200))
  renameSync(`${indexFile}.next`, indexFile)
  await LOOK()
  assert.equal(await cache.get(' /kb/1'), undefined)
  // Its making began before the swap.
  await cache.put(' /kb/1', old, LATER())
  assert.equal(await cache.get(' /kb/1'), undefined)
  await cache.put(' /kb/1', page(), LATER())
  assert.ok(await cache.get(' /kb/1'))
  rmSync(indexFile)
  await LOOK()
  assert.equal(await cache.get(' /kb/1'), undefined)
})

test('an index that is written in place keeps no page, though its digest stays', async (t) => {
  const { cache, page, indexFile } = openCache(t)
  await cache.put(' /', page(), LATER())
  writeFileSync(indexFile, 'x'.repeat(201))
  await LOOK()
  assert.equal(await cache.get(' /'), undefined)
})

for (const [what, change] of [
  ['written', (file: string) => writeFileSync(file, 'two')],
  ['removed', (file: string) => rmSync(file)],
  [
    'replaced',
    (file: string) => {
      writeFileSync(`${file}.next`, 'one')
      renameSync(`${file}.next`, file)
    },
  ],
] as const) {
  test(`an article whose file is ${what} is not kept any longer`, async (t) => {
    const { cache, page, contentDir } = openCache(t)
    await cache.put(' /kb/1', page({ path: 'one.md' }), LATER())
    assert.ok(await cache.get(' /kb/1'))
    change(join(contentDir, 'one.md'))
    assert.equal(await cache.get(' /kb/1'), undefined)
  })
}

test('an article whose file changed while the page was made is not kept', async (t) => {
  const { cache, page } = openCache(t)
  for (const [path, beganAt] of [
    ['one.md', 0],
    ['none.md', LATER()],
  ] as const) {
    await cache.put(' /kb/1', page({ path }), beganAt)
    assert.equal(await cache.get(' /kb/1'), undefined)
  }
})

test('pages stay within the bound, what was compressed counts, and searches push out no article', async (t) => {
  const { cache, page } = openCache(t, 400_000)
  await cache.put(' /kb/1', page({}, 'a'), LATER())
  for (let at = 0; at < 100; at++) await cache.put(` /search?q=${at}`, page({}, 'b'.repeat(10_000)), LATER())
  assert.ok(await cache.get(' /kb/1'))
  const kept = await cache.put(' /kb/2', page({}, 'c'.repeat(10_000)), LATER())
  const before = cache.counts().page_bytes
  await kept.content.in('gzip')
  cache.afterSending(' /kb/2', kept)
  assert.ok(cache.counts().page_bytes > before)
  for (let at = 3; at < 100; at++) await cache.put(` /kb/${at}`, page({}, 'd'.repeat(10_000)), LATER())
  assert.ok(cache.counts().page_bytes <= 400_000)
  assert.equal(await cache.get(' /kb/1'), undefined)
  assert.ok(await cache.get(' /kb/99'))
})

test('what is no page of everybody has no key', (t) => {
  const { cache } = openCache(t)
  const keyOf = (method: string, url: string, headers = {}) => cache.keyOf({ method, url, headers })
  assert.equal(keyOf('GET', '/kb/940006', { host: 'kb.example' }), ' /kb/940006')
  assert.equal(keyOf('HEAD', '/products/asp.net-2.0'), ' /products/asp.net-2.0')
  for (const url of [
    '/check',
    '/check?x',
    '/resolve',
    '/api/v1/search?q=a',
    '/api',
    '/readyz',
    '/kb/1.md',
    '/feed.xml',
    '/share/1.png',
    '/_next/static/a.css',
    '/pictures/a.png',
  ]) {
    assert.equal(keyOf('GET', url), undefined, url)
  }
  assert.equal(keyOf('POST', '/kb/1'), undefined)
  assert.equal(keyOf('GET', '/kb/1', { accept: 'text/markdown, text/html' }), undefined)
})

test('without an origin of its own the site has other pages under each name of the reader’s own computer', (t) => {
  const { cache } = openCache(t, 1000, false)
  const keyOf = (host: string) => cache.keyOf({ method: 'GET', url: '/', headers: { host } })
  assert.equal(keyOf('LOCALHOST:3000'), 'localhost:3000 /')
  assert.equal(keyOf('127.0.0.1:3000'), '127.0.0.1:3000 /')
  assert.equal(keyOf('kb.example'), ' /')
  assert.equal(keyOf('other.example'), ' /')
})
