import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isKbNumber } from '@/lib/kb/numbers/kb-number'
import { listNearbyNumbers } from '@/lib/kb/numbers/nearby-numbers'
import { kbNumberOf } from '@/tests/support/kb-number-of'

test('exchanged digits come before a wrong one, and that before a missing or additional one', () => {
  const nearby: readonly number[] = listNearbyNumbers(kbNumberOf(940006))
  const places = [940060, 941006, 9400062, 94006].map((number) => nearby.indexOf(number))
  assert.ok(places.every((place) => place >= 0))
  assert.deepEqual(
    places.toSorted((a, b) => a - b),
    places,
  )
})

test('no number stands twice, and the number itself is not near to itself', () => {
  for (const number of [1, 10, 111111, 940006, 9999999]) {
    const nearby = listNearbyNumbers(kbNumberOf(number))
    assert.equal(new Set(nearby).size, nearby.length)
    assert.ok(nearby.every(isKbNumber) && !nearby.includes(kbNumberOf(number)) && nearby.length > 0, String(number))
  }
})
