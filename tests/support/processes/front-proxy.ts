import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cleanup } from '@/tests/support/folder'

/**
 * Starts a proxy in front of servers that asks them in turn, and another one if a server is away or says that it is about to stop,
 * as docs/operations.md sets up nginx. It ends after the test.
 */
export async function startFrontProxy(context: Cleanup, ports: readonly number[]): Promise<string> {
  const agent = new Agent({ keepAlive: false })
  let turn = 0
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, left: readonly number[]): void => {
    const [port, ...others] = left
    if (port === undefined) {
      outgoing.writeHead(502).end()
      return
    }
    const next = () => pass(incoming, outgoing, others)
    const { method, url: path, headers } = incoming
    request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      if (answer.statusCode === 503 && others.length > 0) {
        answer.resume()
        next()
        return
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => outgoing.destroy()).pipe(outgoing)
    })
      .on('error', () => (outgoing.headersSent ? outgoing.destroy() : next()))
      .end()
  }
  const server = createServer((incoming, outgoing) => {
    turn++
    pass(
      incoming,
      outgoing,
      ports.map((_, place) => ports[(place + turn) % ports.length] ?? 0),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
