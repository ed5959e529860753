import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdmission } from '@/server/admission.mjs'

const LIMITS = { maxActive: 2, maxWaiting: 2, maxWaitMs: Number.POSITIVE_INFINITY, maxPerClient: 3 }

test('so many are in work, so many wait, and the rest is refused', async () => {
  const admission = createAdmission(LIMITS)
  const places = Array.from({ length: 5 }, () => admission.enter(undefined))
  assert.deepEqual(admission.counts(), { active: 2, waiting: 2 })
  assert.equal(await places[4]?.turn, 'busy')
  places[0]?.leave()
  assert.equal(await places[2]?.turn, 'go')
  assert.deepEqual(admission.counts(), { active: 2, waiting: 1 })
  for (const { leave } of places) leave()
  assert.equal(await places[3]?.turn, 'go')
  places[3]?.leave()
  assert.deepEqual(admission.counts(), { active: 0, waiting: 0 })
})

test('a place is given back once, however often it is left', async () => {
  const admission = createAdmission(LIMITS)
  const [first, second, third, fourth] = Array.from({ length: 4 }, () => admission.enter(undefined))
  first?.leave()
  first?.leave()
  assert.equal(await third?.turn, 'go')
  assert.deepEqual(admission.counts(), { active: 2, waiting: 1 })
  for (const place of [second, third, fourth]) place?.leave()
})

test('who gives up is never let in', async () => {
  const admission = createAdmission({ ...LIMITS, maxActive: 1 })
  const [first, second, third] = Array.from({ length: 3 }, () => admission.enter('a'))
  second?.giveUp()
  first?.giveUp()
  first?.leave()
  assert.deepEqual(await Promise.all([first?.turn, second?.turn, third?.turn]), ['go', 'gone', 'go'])
  assert.deepEqual(admission.counts(), { active: 1, waiting: 0 })
})

test('a client that asks much does not take the places of others', async () => {
  const admission = createAdmission({ ...LIMITS, maxWaiting: 100 })
  const greedy = Array.from({ length: 10 }, () => admission.enter('greedy'))
  assert.deepEqual(await Promise.all(greedy.slice(3).map(({ turn }) => turn)), Array(7).fill('busy-client'))
  const other = admission.enter('other')
  greedy[0]?.leave()
  greedy[1]?.leave()
  assert.equal(await other.turn, 'go')
  // What has left counts no longer.
  assert.deepEqual(admission.counts(), { active: 2, waiting: 0 })
  admission.enter('greedy')
  assert.deepEqual(admission.counts(), { active: 2, waiting: 1 })
})

test('nobody waits for ever', async () => {
  const admission = createAdmission({ ...LIMITS, maxActive: 1, maxWaitMs: 1 })
  admission.enter(undefined)
  assert.equal(await admission.enter(undefined).turn, 'busy')
  assert.deepEqual(admission.counts(), { active: 1, waiting: 0 })
})
