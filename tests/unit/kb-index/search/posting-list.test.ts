import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  changePostings,
  decodePostings,
  MAX_IMPACT,
  PostingList,
  smallerImpact,
  TITLE_FLAG,
} from '@/lib/kb-index/search/posting-list'

test('a list gives back its ordinals and impacts, whatever their distances', () => {
  const list = new PostingList()
  const ordinals = [0, 1, 127, 128, 255, 16_383, 16_384, 2_097_151, 2_097_152, 300_000_000]
  for (const [index, ordinal] of ordinals.entries())
    list.add(ordinal, index % 2 === 0 ? MAX_IMPACT : TITLE_FLAG | index)
  const postings = decodePostings(list.toBytes(), ordinals.length)
  assert.equal(postings.length, ordinals.length)
  assert.deepEqual([...postings.ordinals], ordinals)
  assert.deepEqual([...postings.impacts.subarray(0, 2)], [MAX_IMPACT, TITLE_FLAG | 1])
  assert.equal(list.count, ordinals.length)
})

test('an empty list has nothing', () => {
  assert.equal(decodePostings(new PostingList().toBytes(), 0).length, 0)
})

test('ordinals out of order and lists of another length are faults', () => {
  const list = new PostingList()
  list.add(5, 1)
  assert.throws(() => list.add(5, 1), RangeError)
  list.add(6, 1)
  for (const length of [1, 3]) assert.throws(() => decodePostings(list.toBytes(), length), /has 2 articles/)
})

test('of two impacts the less counts, in the title only where both stand there', () => {
  assert.equal(smallerImpact(TITLE_FLAG | 10, 20), 10)
  assert.equal(smallerImpact(TITLE_FLAG | 30, TITLE_FLAG | 20), TITLE_FLAG | 20)
})

test('a changed list is the one that its articles would make anew', () => {
  const ordinals = fc.uniqueArray(fc.oneof(fc.nat(300), fc.nat(3_000_000)), { maxLength: 60 })
  const drops = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(ordinals, drops, fc.nat(60), (all, isDropped, cut) => {
      const sorted = all.toSorted((a, b) => a - b)
      const removed = new Set(sorted.filter((_, place) => place < cut && isDropped[place]))
      const stored = { bytes: listOf(sorted.slice(0, cut)).toBytes(), count: Math.min(cut, sorted.length) }
      const changed = changePostings(stored, { removed, added: listOf(sorted.slice(cut)) })
      const expected = listOf(sorted.filter((ordinal) => !removed.has(ordinal)))
      assert.deepEqual([...changed.bytes], [...expected.toBytes()])
      assert.equal(changed.count, expected.count)
    }),
  )
  assert.throws(() => changePostings({ bytes: listOf([7]).toBytes(), count: 1 }, { added: listOf([7]) }), RangeError)
})

function listOf(ordinals: readonly number[]): PostingList {
  const list = new PostingList()
  for (const ordinal of ordinals) list.add(ordinal, ordinal % MAX_IMPACT)
  return list
}
