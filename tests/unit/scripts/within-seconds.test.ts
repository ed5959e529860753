import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TookTooLong, withinSeconds } from '@/scripts/shared/within-seconds'

const SECONDS = 0.1

test('work that takes more processor time is ended', () => {
  const loop = () => {
    while (true) {}
  }
  assert.throws(() => withinSeconds(SECONDS, loop), new TookTooLong('took longer than 0.1 seconds'))
})

test('work that takes longer by the clock alone, as on a busy machine, is done', () => {
  const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000 * SECONDS)
  assert.equal(withinSeconds(SECONDS, wait), 'timed-out')
})

test('a fault of the work is thrown as it is', () => {
  const fault = new RangeError('of the work')
  const work = () => {
    throw fault
  }
  assert.throws(() => withinSeconds(SECONDS, work), fault)
})
