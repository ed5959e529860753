import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { sendDocuments } from '@/server/pages/send-documents.mjs'

/** Fetches a page that the framework has made. */
async function fetchPage(context: TestContext, page: string) {
  const handle = sendDocuments(
    async (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page)
    },
    (_id, error) => assert.fail(String(error)),
  )
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => server.close())
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/search`)
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const pageWith = (marks: string) =>
  `<html><head><meta name="kb-index" content="0a.1b"/>${marks}</head><body></body></html>`

test('a page says which index it was made from, so that the edge may keep it', async (context) => {
  const { status, headers, body } = await fetchPage(context, pageWith(''))
  assert.deepEqual([status, headers.get('x-kb-index')], [200, '0a.1b'])
  assert.equal(body, '<html><head></head><body></body></html>')
})

test('a page that something else is away for has status 503 and is not kept', async (context) => {
  const { status, headers, body } = await fetchPage(context, pageWith('<meta name="kb-status" content="503"/>'))
  assert.deepEqual([status, headers.get('retry-after'), headers.get('x-kb-index')], [503, '60', null])
  assert.equal(body, '<html><head></head><body></body></html>')
})

test('a page that depends on something else is not kept either', async (context) => {
  const { status, headers } = await fetchPage(context, pageWith('<meta name="kb-status" content="200"/>'))
  assert.deepEqual([status, headers.get('retry-after'), headers.get('x-kb-index')], [200, null, null])
})
