import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLost, ROOMS } from '@/lib/rooms'
import { openSampleIndex } from '@/tests/support/sample-index'

const ARTICLE = `number: 1
title: Fix
products: [Mail Server 5]
line: Mail Server 5 updates

The service stops with error 0x80070643. This problem was first corrected in Windows NT 4.0 Service Pack 4.`

const KNOWN = [
  '/products/mail-server-5',
  '/releases/windows-nt-4-0-service-pack-4',
  '/signatures/0x80070643',
  '/updates/mail-server-5-updates',
  '/updates/compare',
]

test('each room knows the names that the collection has, and no other', async (context) => {
  const index = await openSampleIndex(context, { 'a.md': ARTICLE })
  for (const path of KNOWN) assert.equal(isLost(index, path), false, path)
  for (const room of ROOMS.keys()) {
    assert.equal(isLost(index, `/${room}`), false, room)
    for (const name of ['none', '', '%00', '%', 'constructor', '1']) {
      assert.equal(isLost(index, `/${room}/${name}`), true, `/${room}/${name}`)
    }
  }
})

test('a path outside of every room is not judged', async (context) => {
  const index = await openSampleIndex(context, { 'a.md': ARTICLE })
  for (const path of ['/', '', '/search', '/no/such/page', '/constructor/name', '/__proto__/name']) {
    assert.equal(isLost(index, path), false, path)
  }
})
