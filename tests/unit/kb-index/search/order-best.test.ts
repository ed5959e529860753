import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { MarkedTexts } from '@/lib/kb-index/search/marked-texts'
import { orderBest } from '@/lib/kb-index/search/order-best'
import { listPassageWords } from '@/lib/kb-index/search/passage'

const BODIES = [
  'The metabase failed to load, and the service failed. Modify the metabase, or IS will not start.',
  'When you install it, you receive this message:\nIS failed to modify\nthe metabase. Remove the entries.',
  'The class C++ (for DOS) cannot be compiled.',
]

/** Lists the places of the bodies in the order for what was typed; by their scores alone they stand as they are. */
function order(typed: string): number[] {
  const texts = new MarkedTexts(new Map())
  texts.add(new Map(BODIES.map((body, place) => [place as KbNumber, { title: 'Title', body }])))
  const hits = BODIES.map((_, place) => ({ number: place as KbNumber, score: 9 - place, hasAllInTitle: false }))
  const words = typed.split(' ')
  return [...orderBest(hits, { query: { words, phrases: [] }, passageWords: listPassageWords([], () => 0), texts })]
}

test('an article that has the whole text comes first, whatever stands between the words', () => {
  assert.deepEqual(order('IS failed to modify the metabase'), [1, 0, 2])
  assert.deepEqual(order('is failed to modify the metabase.'), [1, 0, 2])
  assert.deepEqual(order('class C++ for DOS'), [2, 0, 1])
})

test('so does one that has the message behind a colon', () => {
  assert.deepEqual(order('Fehler beim Start: IS failed to modify the metabase'), [1, 0, 2])
})

test('other words, or too few of them, change no order', () => {
  assert.deepEqual(order('IS failed to change the metabase'), [0, 1, 2])
  assert.deepEqual(order('Remove the entries'), [0, 1, 2])
  assert.deepEqual(order('S failed to modify the metabase'), [0, 1, 2])
  for (const typed of ['( [ { \\ a* b+ c? d|', 'c# f# .net x++ (a) [b]', ': : : :', 'the '.repeat(9000)])
    assert.deepEqual(order(typed), [0, 1, 2])
})
