import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Cleanup } from './folder'

/** Has the server of an edge listen on a free port, until the test ends, and gives the port. */
export async function listenOnEdge(context: Cleanup, { server }: { readonly server: Server }): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  return address.port
}
