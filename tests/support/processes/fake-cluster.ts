import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cleanup } from '@/tests/support/folder'

/** A request to a fake cluster. Lines of a bulk are in `lines`. */
export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly lines: readonly Record<string, unknown>[]
}

/** What a fake cluster answers; `undefined` for no answer at all. */
export type FakeAnswer = { readonly status?: number; readonly body?: unknown } | undefined

export interface FakeCluster {
  readonly url: string
  readonly requests: FakeRequest[]
}

/** Starts an HTTP server that answers as `answer` says, and records what it is asked; it ends after the test. */
export async function startFakeCluster(
  context: Cleanup,
  answer: (request: FakeRequest, count: number) => FakeAnswer,
): Promise<FakeCluster> {
  const requests: FakeRequest[] = []
  const server = createServer(async (request, response) => {
    const read = await readRequest(request)
    requests.push(read)
    send(response, answer(read, requests.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

async function readRequest(request: IncomingMessage): Promise<FakeRequest> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) text += piece
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const lines = text.split('\n').filter(Boolean)
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    query: searchParams,
    lines: lines.map((line) => JSON.parse(line)),
  }
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  if (answer === undefined) return
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body ?? {}))
}
