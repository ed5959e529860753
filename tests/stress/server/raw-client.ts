import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection on which a test sends bytes that no HTTP client would. */
export interface RawClient {
  readonly socket: Socket
  /** What the server has sent so far. */
  readonly received: () => string
  /** Waits until the connection has ended and gives all that the server sent. */
  readonly end: () => Promise<string>
}

export async function openRaw(port: number, bytes = ''): Promise<RawClient> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('latin1').on('data', (data) => {
    received += data
  })
  // A server that refuses may reset the connection; what it said before counts.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await once(socket, 'connect')
  socket.write(bytes, 'latin1')
  return { socket, received: () => received, end: () => closed.then(() => received) }
}

/** The status lines of all answers in a text. */
export function listStatuses(text: string): number[] {
  return [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status))
}
