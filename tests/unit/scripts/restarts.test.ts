import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRestarts } from '@/scripts/shared/restarts.mjs'

test('a server that dies is started again, each time later, until it has died too often', () => {
  const restarts = createRestarts()
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((second) => restarts.next(second * 1000)),
    [250, 500, 1000, 2000, 4000, undefined],
  )
})

test('deaths that are long past do not count', () => {
  const restarts = createRestarts()
  for (let hour = 0; hour < 100; hour++) assert.equal(restarts.next(hour * 3_600_000), 250)
})
