import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createEdge } from '@/server/edge.mjs'
import { createPageCache } from '@/server/pages/page-cache.mjs'
import { createPageJobs } from '@/server/pages/page-jobs.mjs'
import { createPageStore } from '@/server/pages/page-store.mjs'
import { parseSettings } from '@/server/settings.mjs'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { listenOnEdge } from '@/tests/support/listen-on-edge'
import { openStandInRenderer } from '@/tests/support/processes/stand-in-renderer'

/** A site of one article, whose server may be started anew. Every page says how many were made before it. */
async function openSite(t: TestContext) {
  const folder = makeFolder(t, { 'one.md': 'one', 'index.db': 'x'.repeat(200), 'pages/.keep': '' })
  const indexFile = join(folder, 'index.db')
  const { server: renderer, renderers } = await openStandInRenderer(t)
  let made = 0
  const start = async () => {
    const store = createPageStore({ folder: join(folder, 'pages'), maxBytes: 1e6, build: 'build' }, (error) =>
      assert.fail(String(error)),
    )
    t.after(() => store.close())
    const cache = createPageCache({ maxBytes: 1e6, indexFile, contentDir: folder, hasOrigin: true, store })
    renderer.removeAllListeners('request').on('request', (request, response) => {
      const isArticle = request.url?.startsWith('/kb/')
      response.writeHead(200, {
        'content-type': 'text/html',
        'x-kb-index': cache.currentLabel() ?? '',
        ...(isArticle && { 'x-kb-file': 'one.md' }),
      })
      response.end(`${made++} ${request.url} ${'text '.repeat(500)}`)
    })
    const edge = createEdge({
      settings: parseSettings({}, { isDevelopment: false, maxFiles: 1e6 }),
      assets: { find: async () => undefined },
      handle: async () => assert.fail('Everything here may be kept.'),
      createPages: (enter) => createPageJobs({ renderers, cache, build: 'build' }, enter),
      onOutcome: () => {},
      onFault: (_, error) => assert.fail(String(error)),
    })
    const port = await listenOnEdge(t, edge)
    const read = async (url: string, encoding = 'br') => {
      const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers: { 'accept-encoding': encoding } })
      return { text: await answer.text(), tag: answer.headers.get('etag'), status: answer.status }
    }
    return { edge, read, store }
  }
  const untilStored = async ({ store }: Awaited<ReturnType<typeof start>>, count: number) => {
    while (store.counts().stored_pages < count) await delay(5)
  }
  return { folder, start, untilStored }
}

test('a page that a reader got is there after a restart, with the same tag, and goes when its article or the index changes', async (t) => {
  const site = await openSite(t)
  const first = await site.start()
  const page = await first.read('/kb/1')
  assert.equal(page.status, 200)
  await site.untilStored(first, 1)

  const second = await site.start()
  assert.deepEqual(await second.read('/kb/1'), page)
  assert.equal((await second.read('/kb/1', 'gzip')).text, page.text)
  assert.equal((await second.read('/kb/1', 'identity')).text, page.text)
  assert.equal(second.edge.counts().pages_made_total, 0)

  const third = await site.start()
  writeFileSync(join(site.folder, 'one.md'), 'two')
  assert.notEqual((await third.read('/kb/1')).text, page.text)

  writeFileSync(join(site.folder, 'index.db'), 'y'.repeat(201))
  const fourth = await site.start()
  const now = await fourth.read('/kb/1')
  assert.notEqual(now.text, page.text)
  assert.equal(fourth.edge.counts().pages_made_total, 1)
})

test('what is made ahead is what a reader gets, and takes no memory', async (t) => {
  const site = await openSite(t)
  const { edge, read } = await site.start()
  assert.equal(await edge.pages?.makeAhead('/kb/1'), true)
  assert.equal(await edge.pages?.makeAhead('/kb/1'), true)
  assert.deepEqual(
    [edge.counts().pages, edge.counts().stored_pages, edge.counts().pages_ahead_total, edge.counts().pages_made_total],
    [0, 1, 1, 0],
  )
  assert.match((await read('/kb/1')).text, /^0 /)
  assert.equal(edge.counts().pages_made_total, 0)
})

test('no search and no name that a reader gave the site is written', async (t) => {
  const site = await openSite(t)
  const started = await site.start()
  for (const url of ['/search?q=privatewords', '/kb/1?q=privatewords', '/products/privatewords', '/kb/2'])
    assert.equal((await started.read(url)).status, 200)
  assert.equal(await started.edge.pages?.makeAhead('/search?q=privatewords'), false)
  assert.equal(await started.edge.pages?.makeAhead('/kb/3', 'localhost:1'), false)
  await site.untilStored(started, 1)
  await started.store.close()
  assert.equal(started.store.counts().stored_pages, 1)
  const written = readFolder(join(site.folder, 'pages'))
  assert.ok(readdirSync(join(site.folder, 'pages')).length > 1)
  assert.doesNotMatch(JSON.stringify(written), /private|localhost/)
})
