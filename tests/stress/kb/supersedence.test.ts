import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderLine } from '@/lib/kb/updates/order-line'
import { resolveSupersedence, type StatedReplacement } from '@/lib/kb/updates/supersedence'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const CHAIN_LENGTH = 100_000

test('a chain of 100,000 updates has one end', () => {
  for (const at of [(place: number) => place + 1, (place: number) => CHAIN_LENGTH + 1 - place]) {
    const chain = Array.from({ length: CHAIN_LENGTH - 1 }, (_, place) => step(at(place), at(place + 1)))
    const { current, conflicts } = resolveSupersedence(chain)
    assert.equal(conflicts.length, 0)
    assert.equal(current.size, CHAIN_LENGTH - 1)
    assert.deepEqual([...new Set(current.values())], [at(CHAIN_LENGTH - 1)])
  }
})

test('in a chain of 100,000 updates that replace the two before them the next is the successor', () => {
  for (const at of [(place: number) => place + 1, (place: number) => CHAIN_LENGTH + 1 - place]) {
    const chain = Array.from({ length: CHAIN_LENGTH - 2 }, (_, place) => [
      step(at(place), at(place + 1)),
      step(at(place), at(place + 2)),
    ]).flat()
    const { successors, conflicts } = resolveSupersedence([...chain, step(at(CHAIN_LENGTH - 2), at(CHAIN_LENGTH - 1))])
    assert.equal(conflicts.length, 0)
    for (let place = 0; place < CHAIN_LENGTH - 2; place++)
      assert.equal(successors.get(kbNumberOf(at(place))), at(place + 1))
  }
})

test('100,000 articles may name one successor, and one article as many', () => {
  const many = Array.from({ length: CHAIN_LENGTH }, (_, place) => step(place + 2, 1))
  assert.equal(resolveSupersedence(many).successors.size, CHAIN_LENGTH)
  const cycle = Array.from({ length: CHAIN_LENGTH }, (_, place) => step(place + 1, ((place + 1) % CHAIN_LENGTH) + 1))
  assert.deepEqual(
    resolveSupersedence(cycle).conflicts.map((conflict) => [conflict.kind, conflict.numbers.length]),
    [['cycle', CHAIN_LENGTH]],
  )
})

test('100,000 updates may each replace one article, in a line of which each replaces all before it too', () => {
  const star = Array.from({ length: CHAIN_LENGTH }, (_, place) => step(1, place + 2))
  assert.equal(resolveSupersedence(star).successors.get(kbNumberOf(1)), 2)
  const cumulative = Array.from({ length: 400 }, (_, newer) =>
    Array.from({ length: newer }, (_, older) => step(older + 1, newer + 1)),
  ).flat()
  const { successors, current } = resolveSupersedence(cumulative)
  for (let older = 1; older < 400; older++) assert.equal(successors.get(kbNumberOf(older)), older + 1)
  assert.deepEqual([...new Set(current.values())], [400])
})

test('a line of 100,000 updates that run against their dates is ordered', () => {
  const updates = Array.from({ length: CHAIN_LENGTH }, (_, place) => ({ number: kbNumberOf(place + 1) }))
  const successors = new Map(updates.slice(1).map(({ number }) => [number, kbNumberOf(number - 1)]))
  const ordered = orderLine(updates, successors)
  assert.deepEqual([ordered[0]?.number, ordered.at(-1)?.number, ordered.length], [CHAIN_LENGTH, 1, CHAIN_LENGTH])
})

function step(older: number, newer: number): StatedReplacement {
  return { subject: kbNumberOf(newer), object: kbNumberOf(older), statedBy: kbNumberOf(newer) }
}
