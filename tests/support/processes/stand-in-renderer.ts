import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, createServer, type RequestListener } from 'node:http'
import type { TestContext } from 'node:test'

/** Starts a server that stands in for the processes that make pages, and ends with the test. */
export async function openStandInRenderer(t: TestContext, answer?: RequestListener) {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  const agent = new Agent({ keepAlive: true })
  t.after(() => {
    agent.destroy()
    server.close()
  })
  const renderer = { port: address.port, agent, child: {} as never, active: 0 }
  const renderers = {
    token: 'secret',
    count: () => 1,
    take: async () => renderer,
    untilFirst: async () => true,
    kill: () => true,
  }
  return { server, renderers }
}
