// @ts-check
import { findClient, isInNetworks, isLoopback, toPlainAddress } from './client-address.mjs'
import { refuseRaw } from './refuse-raw.mjs'
import { MAX_PIPELINED } from './request-limits.mjs'

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/** Idle and silent connections are closed from this share of all on. */
const NEARLY_FULL = 0.9

/**
 * Bounds the connections of a server: all, those of one client, and what one of them may ask at a time.
 *
 * @param {import('node:http').Server} server
 * @param {Pick<import('./settings.mjs').Settings, 'maxConnections' | 'maxConnectionsPerClient' | 'proxies'>} settings
 */
export function boundConnections(server, { maxConnections, maxConnectionsPerClient, proxies }) {
  let count = 0
  /** @type {Map<string, number>} */
  const ofClient = new Map()
  /** Those that may not have sent anything yet, the oldest first. @type {Set<import('node:net').Socket>} */
  const silent = new Set()
  /** @type {WeakMap<import('node:net').Socket, { asked: number, last: Promise<void> }>} */
  const lines = new WeakMap()
  server.maxConnections = maxConnections
  server.on('connection', (socket) => {
    const peer = toPlainAddress(socket.remoteAddress ?? '')
    const client = findClient(peer, undefined, proxies)
    const isBounded = !isLoopback(client) && !isInNetworks(peer, proxies)
    const used = ofClient.get(client) ?? 0
    if (isBounded && used >= maxConnectionsPerClient) {
      socket.destroy()
      return
    }
    count++
    silent.add(socket)
    if (isBounded) ofClient.set(client, used + 1)
    socket.once('close', () => {
      count--
      silent.delete(socket)
      if (!isBounded) return
      const left = (ofClient.get(client) ?? 1) - 1
      if (left > 0) ofClient.set(client, left)
      else ofClient.delete(client)
    })
    if (count <= maxConnections * NEARLY_FULL) return
    server.closeIdleConnections()
    closeOldestSilent(silent)
  })
  server.on('clientError', refuseRaw)
  // The framework would take part in an upgrade, and a tunnel is nothing that this site has.
  server.on('connect', (_request, socket) => refuseRaw({ code: 'CONNECT' }, socket))

  return {
    count: () => count,
    /**
     * Runs `answer` when all earlier requests of the same connection are answered. A connection that sends many more is closed.
     *
     * @param {IncomingMessage} request
     * @param {() => Promise<void>} answer
     */
    oneAtATime(request, answer) {
      const { socket } = request
      const line = lines.get(socket) ?? { asked: 0, last: Promise.resolve() }
      lines.set(socket, line)
      line.asked++
      if (line.asked > MAX_PIPELINED) {
        socket.destroy()
        return
      }
      line.last = line.last.then(async () => {
        // Nothing follows an answer that closes the connection.
        if (!socket.destroyed && !socket.writableEnded) await answer()
        line.asked--
      })
    },
  }
}

/**
 * Closes the connection that has been silent for longest, so that those who open many and say nothing keep nobody out.
 *
 * @param {Set<import('node:net').Socket>} silent
 */
function closeOldestSilent(silent) {
  for (const socket of silent) {
    silent.delete(socket)
    if (socket.bytesRead > 0 || socket.destroyed) continue
    socket.destroy()
    return
  }
}
