import assert from 'node:assert/strict'
import type { IncomingMessage, RequestListener } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createAdmission } from '@/server/admission.mjs'
import { createPageCache } from '@/server/pages/page-cache.mjs'
import { createPageJobs } from '@/server/pages/page-jobs.mjs'
import { makeFolder } from '@/tests/support/folder'
import { openStandInRenderer } from '@/tests/support/processes/stand-in-renderer'

/** Nobody is refused for waiting, however busy the computer is. */
const LIMITS = { maxActive: 2, maxWaiting: 50, maxWaitMs: 3_600_000, maxPerClient: 50 }

/** Jobs before a server that stands in for the process that makes pages. */
async function openJobs(t: TestContext, answer: (label: string) => RequestListener) {
  const contentDir = makeFolder(t, { 'index.db': 'x'.repeat(200) })
  const cache = createPageCache({ maxBytes: 1e6, indexFile: join(contentDir, 'index.db'), contentDir, hasOrigin: true })
  const { renderers } = await openStandInRenderer(t, answer(cache.currentLabel() ?? ''))
  const jobs = createPageJobs({ renderers, cache, build: 'build' }, createAdmission(LIMITS).enter)
  const ask = (url: string, closed: Promise<unknown> = new Promise(() => {}), socket = new Socket()) => {
    const request = { method: 'GET', url, headers: { host: 'kb.example', cookie: 'a=b' }, socket }
    const key = jobs.keyOf(request as unknown as IncomingMessage)
    assert.ok(key)
    return jobs.get(key, request as unknown as IncomingMessage, { client: undefined, closed })
  }
  return { jobs, ask }
}

const sendPage =
  (label: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'x-kb-index': label }).end('page')

test('a thousand readers of one page have it made once, and each later one gets what is kept', async (t) => {
  const seen: IncomingMessage[] = []
  const { jobs, ask } = await openJobs(t, (label) => (request, response) => {
    seen.push(request)
    setTimeout(() => sendPage(label)(request, response), 20)
  })
  const pages = await Promise.all(Array.from({ length: 1000 }, () => ask('/kb/1')))
  assert.deepEqual(new Set(pages.map(({ page }) => page?.status)), new Set([200]))
  assert.equal((await ask('/kb/1')).page?.tag, pages[0]?.page?.tag)
  assert.equal(seen.length, 1)
  assert.equal(seen[0]?.headers.cookie, undefined)
  assert.equal(seen[0]?.headers['x-kb-token'], 'secret')
  assert.notEqual((await ask('/kb/2')).page?.tag, pages[0]?.page?.tag)
  assert.deepEqual([jobs.counts().pages_made_total, jobs.counts().pages, jobs.counts().pages_kept_total], [2, 2, 1])
})

for (const [what, status, headers] of [
  ['a fault', 500, { 'content-type': 'text/html' }],
  ['a page that is missing', 404, { 'content-type': 'text/html' }],
  ['a redirect', 308, { location: '/kb/1' }],
  ['a page from an index that is gone', 200, { 'content-type': 'text/html', 'x-kb-index': 'of.another' }],
  ['a page that does not say from which index it is', 200, { 'content-type': 'text/html' }],
] as const) {
  test(`${what} is sent, and made anew for the next reader`, async (t) => {
    let made = 0
    const { jobs, ask } = await openJobs(t, () => (_, response) => {
      made++
      response.writeHead(status, headers).end('answer')
    })
    assert.equal((await ask('/kb/1')).page?.status, status)
    await ask('/kb/1')
    assert.deepEqual([made, jobs.counts().pages], [2, 0])
  })
}

test('more requests than may wait are refused, and a page whose readers have all left is not made', async (t) => {
  const made: (string | undefined)[] = []
  const waiting: (() => void)[] = []
  const { ask } = await openJobs(t, (label) => (request, response) => {
    made.push(request.url)
    waiting.push(() => sendPage(label)(request, response))
  })
  const first = [ask('/1'), ask('/2')]
  while (made.length < 2) await new Promise((resolve) => setImmediate(resolve))
  let leave = () => {}
  const left = ask(
    '/left',
    new Promise<void>((resolve) => {
      leave = resolve
    }),
  )
  const rest = Array.from({ length: 49 }, (_, at) => ask(`/rest/${at}`))
  assert.equal((await ask('/too-much')).refused, 'busy')
  leave()
  assert.equal((await left).refused, 'gone')
  const answers = Promise.all([...first, ...rest])
  while (made.length < 51 || waiting.length > 0) {
    waiting.pop()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await answers
  assert.ok(!made.includes('/left') && made.length === 51)
})

test('a page is made by another process if the first one dies over it', async (t) => {
  let asked = 0
  const { ask } = await openJobs(t, (label) => (request, response) => {
    if (asked++ === 0) request.socket.destroy()
    else sendPage(label)(request, response)
  })
  assert.equal((await ask('/kb/1')).page?.status, 200)
})
