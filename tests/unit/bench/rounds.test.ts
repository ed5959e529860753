import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatRounds, inTurn, medianOf, Rounds } from '@/bench/rounds/rounds'

test('the median is a value that was measured', () => {
  assert.equal(medianOf([30, 1, 2]), 2)
  assert.equal(medianOf([4, 1, 3, 2]), 2)
  assert.ok(Number.isNaN(medianOf([])))
})

test('no program is always first', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join('')),
    ['abc', 'bca', 'cab', 'abc'],
  )
})

test('a table has medians, their range and ratios, and a dash for what was not measured', () => {
  const rounds = new Rounds()
  for (const value of [1000, 3000, 2000]) rounds.add('ours', 'articles', '/s', value)
  rounds.add('peer', 'articles', '/s', 250)
  rounds.add('ours', 'export', 's', 12.34)
  assert.equal(
    formatRounds(rounds.list(), 'ours'),
    `| what | ours | peer | ours / peer |
| --- | --- | --- | --- |
| articles | 2,000/s (1,000-3,000) | 250/s | 8.00 |
| export | 12.3 s | - | - |`,
  )
})
