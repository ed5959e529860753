import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { correctWords } from '@/lib/kb-index/search/spelling/correct-words'
import { editDistance } from '@/lib/kb-index/search/spelling/edit-distance'
import { openSampleIndex } from '@/tests/support/sample-index'

test('the distance of two words counts letters more, less, other and exchanged', () => {
  for (const [left, right, limit, expected] of [
    ['printer', 'printer', 2, 0],
    ['pritner', 'printer', 1, 1],
    ['prnter', 'printer', 1, 1],
    ['printterr', 'printer', 2, 2],
    ['prontar', 'printer', 2, 2],
    ['prontar', 'printer', 1, undefined],
    ['print', 'printer', 1, undefined],
    ['', 'ab', 2, 2],
  ] as const) {
    assert.equal(editDistance(left, right, limit), expected, `${left} ${right}`)
    assert.equal(editDistance(right, left, limit), expected, `${right} ${left}`)
  }
})

const SENTENCES: readonly [count: number, sentence: string][] = [
  [40, 'The laser printer prints slowly from the network.'],
  [40, 'The painter draws a picture with colors.'],
  [30, 'Calendar appointments are recurring.'],
  [1, 'The bravado adapter is rare.'],
  [1, 'The lazer is broken.'],
]

async function repairIn(context: TestContext) {
  const files = SENTENCES.flatMap(([count, sentence], kind) =>
    Array.from({ length: count }, (_, place) => [
      `${kind}-${place}.md`,
      `number: ${1000 * (kind + 1) + place}\ntitle: Article ${place}\n\n${sentence}`,
    ]),
  )
  const index = await openSampleIndex(context, Object.fromEntries(files))
  return (text: string) => correctWords(searchIndexOf(index), text.split(' '))?.join(' ')
}

test('a word that hardly any article has becomes the frequent one that goes with the other words', async (context) => {
  const repair = await repairIn(context)
  assert.equal(repair('lazer printer'), 'laser printer')
  // `recuring` and `recurring` have one stem: it is found as it is.
  assert.equal(repair('recuring apointments'), 'recuring appointments')
  // Both are one letter away.
  assert.equal(repair('network prainter'), 'network printer')
  assert.equal(repair('picture prainter'), 'picture painter')
  // Some article has `lazer`, which goes with `netwrk` as well as `laser` does, but not with what that means.
  assert.equal(repair('lazer netwrk'), 'laser network')
})

test('what is known, rare on purpose, short, or no plain word is left alone', async (context) => {
  const repair = await repairIn(context)
  for (const text of [
    'laser printer',
    'bravado adapter',
    'lzer',
    'prints',
    'pr1nter',
    'printer.exe',
    'zzzzqqqq',
    'thee',
  ]) {
    assert.equal(repair(text), undefined, text)
  }
})
