import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOrdinalsWithPrefix } from '@/lib/kb-index/search/ordinals-with-prefix'
import { termToWord } from '@/lib/kb-index/search/scored-word'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { openSampleIndex } from '@/tests/support/sample-index'

test('a prefix covers every number that begins with it and no other', () => {
  const numbers = Int32Array.from({ length: 20_000 }, (_, index) => (index < 1000 ? index + 1 : index * 499))
  for (const digits of ['1', '94', '9400', '940006', '9400061']) {
    const expected = [...numbers.keys()].filter((index) => String(numbers[index]).startsWith(digits))
    assert.deepEqual(listOrdinalsWithPrefix(numbers, digits), expected, digits)
  }
})

test('scores belong to one query: a second one inside is an error, and nothing is left of a query that fails', async (context) => {
  const index = searchIndexOf(
    await openSampleIndex(context, {
      'a.md': 'number: 1\ntitle: Needle\n\nA needle.',
      'b.md': 'number: 2\ntitle: Thread\n\nA thread, and a needle.',
    }),
  )
  const score = (word: string) =>
    index.withScores([termToWord(word)], (scores) => scores.covering(0).map((ordinal) => scores.of(ordinal)))
  const needles = score('needl')
  assert.equal(needles.length, 2)
  assert.throws(() => index.withScores([termToWord('needl')], () => score('thread')), /while another one is/)
  assert.equal(score('thread').length, 1)
  assert.deepEqual(score('needl'), needles)
})
