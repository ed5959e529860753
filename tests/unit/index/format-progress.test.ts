import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatProgress } from '@/scripts/index/format-progress'

const CASES: readonly [done: number, total: number, seconds: number, words: string][] = [
  [12_300, 60_338, 8, '12,300 of 60,338 files, 1,538 a second, 32 s to go'],
  [100, 60_338, 2, '100 of 60,338 files, 50 a second, 21 min to go'],
  [450, 450, 2, '450 of 450 files, 225 a second, 0 s to go'],
]

for (const [done, total, seconds, words] of CASES) {
  test(words, () => assert.equal(formatProgress(done, total, seconds), words))
}

test('neither a beginning nor a standstill gives a number that is none', () => {
  for (const words of [formatProgress(1, 2, 0), formatProgress(0, 2, 5)]) assert.doesNotMatch(words, /NaN|Infinity|∞/)
})
