import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findClient, isLoopback, parseNetworks } from '@/server/client-address.mjs'

const PROXIES = '10.0.0.0/8, 2001:db8:1::/48 127.0.0.1'

for (const [name, peer, forwardedFor, client] of [
  ['no proxy', '192.0.2.7', undefined, '192.0.2.7'],
  ['a client that says it is another', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['one proxy', '10.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['two proxies', '10.0.0.1', '192.0.2.7, 10.9.9.9', '192.0.2.7'],
  ['a client that prepends an address', '10.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
  ['a proxy that forwards nothing', '10.0.0.1', undefined, '10.0.0.1'],
  ['a proxy that forwards nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['a port behind the address', '10.0.0.1', '192.0.2.7:5555', '192.0.2.7'],
  ['IPv4 in the form of IPv6', '::ffff:10.0.0.1', '::ffff:192.0.2.7', '192.0.2.7'],
  ['an IPv6 proxy and client', '2001:db8:1::9', '[2001:db8:2:3:4:5:6:7]:443', '2001:db8:2:3::/64'],
  ['an IPv6 client with zeros', '2001:db8:2::7', undefined, '2001:db8:2:0::/64'],
  ['addresses of proxies only', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ['a connection that is gone', undefined, undefined, ''],
] as const) {
  test(`the client behind ${name}`, () => {
    const proxies = parseNetworks(PROXIES)
    assert.ok(proxies)
    assert.equal(findClient(peer, forwardedFor, proxies), client)
  })
}

test('only addresses and networks are networks', () => {
  for (const text of ['10.0.0.0/33', '10.0.0/8', 'proxy.example', '::1/129', '10.0.0.0/', '10.0.0.0/8/8']) {
    assert.equal(parseNetworks(text), undefined, text)
  }
  assert.ok(parseNetworks(''))
})

test('this computer is known in every form', () => {
  const none = parseNetworks('')
  assert.ok(none)
  for (const peer of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) {
    assert.ok(isLoopback(findClient(peer, undefined, none)), peer)
  }
  for (const peer of ['192.0.2.7', '10.127.0.1', '2001:db8::1']) {
    assert.ok(!isLoopback(findClient(peer, undefined, none)), peer)
  }
})
