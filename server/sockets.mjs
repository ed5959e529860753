// @ts-check
import { setImmediate } from 'node:timers/promises'

/**
 * Tells whether all clients have closed their connections. Their leaving is read from the socket after the request, one turn of the
 * event loop later.
 *
 * @param {Iterable<import('node:net').Socket>} sockets
 */
export async function haveLeft(sockets) {
  for (let turn = 0; turn < 2; turn++) await setImmediate()
  return [...sockets].every((socket) => socket.destroyed || socket.readableEnded || socket.writableEnded)
}
