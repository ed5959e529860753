import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createEdge } from '@/server/edge.mjs'
import { parseSettings } from '@/server/settings.mjs'
import { listenOnEdge } from '@/tests/support/listen-on-edge'
import { listStatuses, openRaw, type RawClient } from './raw-client'

const HEAD = 'HTTP/1.1\r\nHost: kb.example\r\n'

type Outcome = Parameters<Parameters<typeof createEdge>[0]['onOutcome']>[0]

/** Starts an edge before a handler that stands in for the framework. */
async function startEdge(
  t: TestContext,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown> = async (request, response) => {
    response.end(`page ${request.url}`)
  },
  env: Readonly<Record<string, string>> = {},
) {
  const outcomes: Outcome[] = []
  const handled: string[] = []
  const edge = createEdge({
    settings: parseSettings(env, { isDevelopment: false, maxFiles: 100_000 }),
    assets: { find: async () => undefined },
    handle: (request, response) => {
      handled.push(request.url ?? '')
      return handle(request, response)
    },
    onOutcome: (outcome) => outcomes.push(outcome),
    onFault: () => {},
  })
  return { edge, port: await listenOnEdge(t, edge), outcomes, handled }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await delay(5)
}

for (const [name, bytes, statuses] of [
  ['7,500 parameters', `GET /search?${'a&'.repeat(7500)} ${HEAD}Connection: close\r\n\r\n`, [400]],
  ['60 KB of parameters', `GET /search?${'a=b&'.repeat(15_000)} ${HEAD}\r\n`, [431]],
  ['2 MB of address', `GET /search?q=${'a'.repeat(2_000_000)} ${HEAD}\r\n`, [431]],
  ['2 MB of one header', `GET / ${HEAD}X-A: ${'a'.repeat(2_000_000)}\r\n\r\n`, [431]],
  ['a broken escape below /api', `GET /api/articles/%c0 ${HEAD}Connection: close\r\n\r\n`, [400]],
  ['TRACE', `TRACE / ${HEAD}Connection: close\r\n\r\n`, [405]],
  ['CONNECT', 'CONNECT other.example:443 HTTP/1.1\r\nHost: other.example:443\r\n\r\n', [405]],
  ['an unknown method', `FOO / ${HEAD}\r\n`, [405]],
  ['GET *', `GET * ${HEAD}Connection: close\r\n\r\n`, [400]],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', [400]],
  ['two lengths', `POST /check ${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, [400]],
  ['a length and chunks', `POST /check ${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
  ['an expectation', `GET / ${HEAD}Expect: tea\r\n\r\n`, [417]],
  ['the beginning of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', [405]],
] as const) {
  test(`${name} is refused with ${statuses} before the framework sees it`, async (t) => {
    const { port, handled } = await startEdge(t)
    const answer = await (await openRaw(port, bytes)).end()
    assert.deepEqual(listStatuses(answer), statuses)
    assert.match(answer, /content-security-policy: default-src 'none'/i)
    assert.match(answer, /x-content-type-options: nosniff/i)
    assert.deepEqual(handled, [])
  })
}

test('an absolute address is answered by its path and leads nowhere else', async (t) => {
  const { port, handled } = await startEdge(t)
  const answer = await (await openRaw(port, `GET http://evil.example/kb/1 ${HEAD}Connection: close\r\n\r\n`)).end()
  assert.deepEqual([listStatuses(answer), handled], [[200], ['/kb/1']])
})

test('what pages of other hosts may ask is said by the routes of the API, and by nobody else', async (t) => {
  const { port, handled } = await startEdge(t)
  const ask = async (path: string) => (await openRaw(port, `OPTIONS ${path} ${HEAD}Connection: close\r\n\r\n`)).end()
  assert.match(await ask('/api/v1/articles'), /^allow: GET, HEAD, OPTIONS/m)
  assert.match(await ask('/kb/1'), /^allow: GET, HEAD, OPTIONS/m)
  assert.deepEqual(handled, ['/api/v1/articles'])
})

test('an upgrade is answered like any other request', async (t) => {
  const { port, handled } = await startEdge(t)
  const upgrade = `GET /kb/1 ${HEAD}Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`
  const client = await openRaw(port, upgrade)
  await until(() => listStatuses(client.received()).length > 0)
  client.socket.destroy()
  assert.deepEqual([listStatuses(client.received()), handled], [[200], ['/kb/1']])
})

test('requests on one connection are answered one at a time, in order', async (t) => {
  let active = 0
  let most = 0
  const { port } = await startEdge(t, async (request, response) => {
    most = Math.max(most, ++active)
    await delay(2)
    active--
    response.end(`<${request.url}>`)
  })
  const paths = Array.from({ length: 10 }, (_, index) => `/${index}`)
  const client = await openRaw(port, paths.map((path) => `GET ${path} ${HEAD}\r\n`).join(''))
  await until(() => client.received().includes('</9>'))
  assert.deepEqual(
    [...client.received().matchAll(/<(\/\d)>/g)].map(([, path]) => path),
    paths,
  )
  assert.equal(most, 1)
})

test('of 5,000 pipelined requests that are abandoned hardly one is rendered', async (t) => {
  const { port, handled, edge } = await startEdge(t, async (_, response) => {
    await delay(20)
    response.end('page')
  })
  const clients: RawClient[] = []
  for (let count = 0; count < 50; count++) clients.push(await openRaw(port, `GET /kb/1 ${HEAD}\r\n`.repeat(100)))
  for (const { socket } of clients) socket.destroy()
  await until(() => edge.counts().connections === 0 && edge.counts().active === 0)
  assert.ok(handled.length <= 50, `${handled.length} were rendered`)
  assert.deepEqual(edge.counts(), { active: 0, waiting: 0, connections: 0 })
})

test('of 500 requests whose clients left while they waited, those that had no turn are not rendered', async (t) => {
  const release: (() => void)[] = []
  const { port, handled, edge, outcomes } = await startEdge(t, async (_, response) => {
    await new Promise<void>((resolve) => release.push(resolve))
    response.end('page')
  })
  const clients = await Promise.all(Array.from({ length: 500 }, () => openRaw(port, `GET /kb/1 ${HEAD}\r\n`)))
  await until(() => edge.counts().waiting === 496)
  for (const { socket } of clients) socket.destroy()
  await until(() => edge.counts().waiting === 0)
  for (const leave of release) leave()
  await until(() => outcomes.length === 500)
  assert.equal(handled.length, 4)
  assert.ok(outcomes.every(({ isComplete }) => !isComplete))
})

test('more than may wait are told when to come again, and health is answered at once', async (t) => {
  const release: (() => void)[] = []
  const { port, edge } = await startEdge(
    t,
    async (_, response) => {
      await new Promise<void>((resolve) => release.push(resolve))
      response.end('page')
    },
    { KB_MAX_ACTIVE: '1', KB_MAX_WAITING: '3' },
  )
  const clients = await Promise.all(Array.from({ length: 4 }, () => openRaw(port, `GET /kb/1 ${HEAD}\r\n`)))
  await until(() => edge.counts().waiting === 3)
  const refused = await (await openRaw(port, `GET /kb/1 ${HEAD}Connection: close\r\n\r\n`)).end()
  assert.deepEqual(listStatuses(refused), [503])
  assert.match(refused, /^retry-after: \d+/m)
  const health = await (await openRaw(port, `GET /healthz ${HEAD}Connection: close\r\n\r\n`)).end()
  assert.deepEqual(listStatuses(health), [200])
  while (release.length > 0 || edge.counts().active > 0) {
    release.shift()?.()
    await delay(5)
  }
  assert.deepEqual(
    clients.map(({ received }) => listStatuses(received())),
    Array(4).fill([200]),
  )
})

test('one client behind a trusted proxy cannot take all places', async (t) => {
  const { port, edge } = await startEdge(t, () => new Promise(() => {}), {
    KB_TRUSTED_PROXIES: '127.0.0.1',
    KB_MAX_PER_CLIENT: '5',
  })
  const ask = (client: string) => openRaw(port, `GET /kb/1 ${HEAD}X-Forwarded-For: ${client}\r\n\r\n`)
  const greedy = await Promise.all(Array.from({ length: 8 }, () => ask('192.0.2.7')))
  await until(() => greedy.filter(({ received }) => listStatuses(received())[0] === 429).length === 3)
  const other = await ask('192.0.2.8')
  await until(() => edge.counts().waiting === 2)
  assert.equal(other.received(), '')
})

test('a body that comes slowly takes no place, and a large one is refused unread', async (t) => {
  const { port, edge, handled } = await startEdge(t)
  const slow = await openRaw(port, `POST /check ${HEAD}Content-Length: 1000\r\n\r\nKB940006`)
  const chunks = `POST /check ${HEAD}Transfer-Encoding: chunked\r\n\r\n${`186a0\r\n${'a'.repeat(100_000)}\r\n`.repeat(50)}`
  const large = await openRaw(port, chunks)
  await until(() => listStatuses(large.received()).length > 0)
  assert.deepEqual(listStatuses(large.received()), [413])
  assert.deepEqual([edge.counts().active, handled], [0, []])
  large.socket.destroy()
  slow.socket.write('a'.repeat(992))
  await until(() => listStatuses(slow.received()).length > 0)
  assert.deepEqual(handled, ['/check'])
})

test('a posted body reaches the handler as it was sent', async (t) => {
  const { port } = await startEdge(t, async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    response.end(`${request.headers['content-length']}:${text}`)
  })
  const body = 'KB940006 '.repeat(1000)
  for (const [header, sent] of [
    [`Content-Length: ${body.length}`, body],
    ['Transfer-Encoding: chunked', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`],
  ]) {
    const answer = await (await openRaw(port, `POST /check ${HEAD}Connection: close\r\n${header}\r\n\r\n${sent}`)).end()
    assert.ok(answer.includes(`${body.length}:${body}`))
  }
})

test('a reader that does not read holds no place', async (t) => {
  const { port, edge } = await startEdge(t, async (_, response) => {
    for (let part = 0; part < 1000; part++) {
      if (!response.write('a'.repeat(100_000))) await once(response, 'drain')
    }
    response.end()
  })
  const clients = await Promise.all(Array.from({ length: 20 }, () => openRaw(port)))
  for (const { socket } of clients) {
    socket.pause()
    socket.write(`GET /kb/1 ${HEAD}\r\n`)
  }
  await until(() => edge.counts().connections === 20 && edge.counts().active === 0 && edge.counts().waiting === 0)
  for (const { socket } of clients) socket.destroy()
})

test('a fault is answered with an id, and its place is free again', async (t) => {
  const { port, edge } = await startEdge(t, () => Promise.reject(new Error('broken')))
  for (let count = 0; count < 10; count++) {
    const answer = await (await openRaw(port, `GET /api/search ${HEAD}Connection: close\r\n\r\n`)).end()
    const id = /^x-request-id: (.+)\r$/im.exec(answer)?.[1]
    assert.ok(id && answer.includes(`"id":"${id}"`))
    assert.deepEqual(listStatuses(answer), [500])
  }
  assert.equal(edge.counts().active, 0)
})

test('40 readers with open connections lose nothing when the server drains', async (t) => {
  const { port, edge } = await startEdge(t, async (_, response) => {
    await delay(5)
    response.end('page')
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 40 })
  t.after(() => agent.destroy())
  const outcomes = new Map<string, number>()
  let isStopped = false
  const readers = Array.from({ length: 40 }, async () => {
    while (!isStopped) {
      const outcome = await ask(port, agent)
      if (outcome === 'ECONNREFUSED') isStopped = true
      else outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  })
  await until(() => (outcomes.get('200') ?? 0) > 200)
  const cut = await edge.drain()
  isStopped = true
  await Promise.all(readers)
  assert.equal(cut, 0)
  assert.deepEqual([...outcomes.keys()], ['200'])
})

test('a server that drains finishes what it began, and says so to whoever asks whether it is ready', async (t) => {
  let finish = () => {}
  const { port, edge } = await startEdge(t, async (_, response) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    response.end('page')
  })
  const operator = await openRaw(port)
  const reader = await openRaw(port, `GET /kb/1 ${HEAD}\r\n`)
  await until(() => edge.counts().active === 1)
  const drained = edge.drain()
  await until(() => !edge.server.listening)
  operator.socket.write(`GET /readyz ${HEAD}\r\n`)
  assert.deepEqual(listStatuses(await operator.end()), [503])
  finish()
  assert.match(await reader.end(), /connection: close/i)
  assert.equal(await drained, 0)
})

function ask(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/kb/1', agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(String(response.statusCode)))
      response.once('error', () => resolve('cut'))
    }).once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
  })
}
