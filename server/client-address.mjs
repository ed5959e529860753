// @ts-check
import { BlockList, isIP } from 'node:net'

/**
 * Parses a list of addresses and networks, such as `10.0.0.0/8, 192.0.2.7`. Gives `undefined` if an entry is neither.
 *
 * @param {string} text
 */
export function parseNetworks(text) {
  const networks = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, ...rest] = entry.split('/')
    const family = isIP(address)
    const size = family === 4 ? 32 : 128
    const prefix = bits === undefined ? size : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (family === 0 || rest.length > 0 || !(prefix <= size)) return undefined
    networks.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6')
  }
  return networks
}

/**
 * Gives who sent a request: the last address of X-Forwarded-For that is not a trusted proxy, or the other end of the
 * connection. Only what trusted proxies appended is believed. An IPv6 client is its /64 network, since it has all of it.
 *
 * @param {string | undefined} peer
 * @param {string | undefined} forwardedFor
 * @param {BlockList} proxies
 */
export function findClient(peer, forwardedFor, proxies) {
  let client = toPlainAddress(peer ?? '')
  const hops = (forwardedFor ?? '').split(',')
  while (isInNetworks(client, proxies) && hops.length > 0) {
    const hop = toPlainAddress(hops.pop() ?? '')
    if (isIP(hop) === 0) break
    client = hop
  }
  return isIP(client) === 6 ? networkOf(client) : client
}

/** @param {string} address @param {BlockList} networks */
export function isInNetworks(address, networks) {
  const family = isIP(address)
  return family !== 0 && networks.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** @param {string} client */
export function isLoopback(client) {
  return client === '' || /^127\./.test(client) || client === networkOf('::1')
}

/**
 * Removes a port, brackets, a zone and the IPv6 form of an IPv4 address: `[::ffff:192.0.2.7]:80` becomes `192.0.2.7`.
 *
 * @param {string} text
 */
export function toPlainAddress(text) {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
  return bare.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

/** @param {string} address */
function networkOf(address) {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}
