import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createEdge } from '@/server/edge.mjs'
import { HEADERS_MS, REQUEST_MS } from '@/server/request-limits.mjs'
import { parseSettings } from '@/server/settings.mjs'
import { listenOnEdge } from '@/tests/support/listen-on-edge'
import { listStatuses, openRaw } from './raw-client'

/** The server looks at its connections once a second, and this machine may be busy. */
const LATE_MS = 10_000
const CLIENTS_OF_EACH_KIND = 20

/** Bytes that begin a request, and what is sent every second so that it never ends. */
const SLOW: readonly (readonly [name: string, begin: string, more: string, limitMs: number])[] = [
  ['headers that stop', 'GET / HTTP/1.1\r\nHost: a', '', HEADERS_MS],
  ['headers that drip', 'GET / HTTP/1.1\r\nHost: a\r\n', 'x', HEADERS_MS],
  ['a body that stops', 'POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n', '', REQUEST_MS],
  ['a body that drips', 'POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n', 'x', REQUEST_MS],
  [
    'chunks that drip',
    'POST /check HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\nx\r\n',
    REQUEST_MS,
  ],
]

test('whoever opens all connections and says nothing keeps no reader out', async (t) => {
  const { edge, port } = await startEdge(t, { maxFiles: 300 })
  const silent = await Promise.all(Array.from({ length: 300 }, () => openRaw(port)))
  for (let reader = 0; reader < 20; reader++) {
    const answer = await (await openRaw(port, 'GET /kb/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).end()
    assert.deepEqual(listStatuses(answer), [200])
  }
  assert.ok(edge.counts().connections <= 100)
  for (const { socket } of silent) socket.destroy()
})

test('slow clients of every kind are ended in time, take no place and are never handled', async (t) => {
  const { edge, port, handled } = await startEdge(t, { maxFiles: 100_000 })
  let isDone = false
  const readers = (async () => {
    let answers = 0
    for (; !isDone; answers++) {
      const answer = await (await openRaw(port, 'GET /kb/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).end()
      assert.deepEqual(listStatuses(answer), [200])
      await delay(100)
    }
    return answers
  })()
  const began = performance.now()
  await Promise.all(
    SLOW.flatMap(([name, begin, more, limitMs]) =>
      Array.from({ length: CLIENTS_OF_EACH_KIND }, async () => {
        const client = await openRaw(port, begin)
        const drip = setInterval(() => client.socket.writable && client.socket.write(more), 1000)
        const answer = await client.end()
        clearInterval(drip)
        assert.ok(performance.now() - began < limitMs + LATE_MS, name)
        assert.ok(performance.now() - began > limitMs - LATE_MS, name)
        assert.deepEqual(
          listStatuses(answer).filter((status) => status !== 408),
          [],
          name,
        )
      }),
    ),
  )
  isDone = true
  assert.ok((await readers) > 100)
  assert.deepEqual(new Set(handled), new Set(['/kb/1']))
  assert.deepEqual(edge.counts().active + edge.counts().waiting, 0)
})

async function startEdge(t: TestContext, { maxFiles }: { maxFiles: number }) {
  const handled: string[] = []
  const edge = createEdge({
    settings: parseSettings({}, { isDevelopment: false, maxFiles }),
    assets: { find: async () => undefined },
    handle: async (request, response) => {
      handled.push(request.url ?? '')
      response.end('page')
    },
    onOutcome: () => {},
    onFault: assert.fail,
  })
  return { edge, port: await listenOnEdge(t, edge), handled }
}
