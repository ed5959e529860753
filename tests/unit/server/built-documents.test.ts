import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { answerDocuments } from '@/server/pages/built-documents.mjs'

/** Asks for a page where `write` is the writer of the articles, and the framework has the rest. */
async function ask(context: TestContext, path: string, write: Write, init: RequestInit = {}) {
  const handle = answerDocuments([{ pattern: /^\/kb\/(?<number>\d+)(?=\?|$)/, write }], async (_request, response) => {
    response.end('of the framework')
  })
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const response = await fetch(origin + path, { redirect: 'manual', headers: { accept: 'text/html' }, ...init })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

type Write = Parameters<typeof answerDocuments>[0][number]['write']

const page: Write = async ({ url, headers }, { number }) => ({
  status: 200,
  headers: { 'x-kb-document': 'true' },
  html: `${number} ${new URL(url).search} ${headers.get('accept')} ${headers.get('x-none')}`,
})

test('a document has the policy of all pages, and its writer gets the address and the headers', async (context) => {
  const { status, headers, body } = await ask(context, '/kb/940006?q=a', page)
  assert.deepEqual([status, body, headers.get('x-kb-document')], [200, '940006 ?q=a text/html null', 'true'])
  assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'self';/)
})

test('a policy of its own stays', async (context) => {
  const headers = { 'content-security-policy': "default-src 'none'" }
  const answered = await ask(context, '/kb/1', async () => new Response('fault', { status: 500, headers }))
  assert.deepEqual([answered.status, answered.headers.get('content-security-policy')], [500, "default-src 'none'"])
})

test('a writer may lead elsewhere', async (context) => {
  const moved = async () => new Response(null, { status: 308, headers: { location: '/kb/2' } })
  const { status, headers } = await ask(context, '/kb/1', moved)
  assert.deepEqual([status, headers.get('location')], [308, '/kb/2'])
})

test('the framework answers other addresses, methods and types, and for what is missing', async (context) => {
  for (const path of ['/kb/KB940006', '/kb/940006/', '/kb/940006.md', '/updates']) {
    assert.equal((await ask(context, path, page)).body, 'of the framework', path)
  }
  assert.equal((await ask(context, '/kb/1', page, { method: 'POST' })).body, 'of the framework')
  assert.equal((await ask(context, '/kb/1', page, { headers: { accept: 'text/markdown' } })).body, 'of the framework')
  const missing = async () => new Response('', { status: 404 })
  assert.equal((await ask(context, '/kb/1', missing)).body, 'of the framework')
})
