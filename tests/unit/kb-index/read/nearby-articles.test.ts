import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listNearbyArticles } from '@/lib/kb-index/read/nearby-articles'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex } from '@/tests/support/sample-index'

test('articles a slip of the finger away are listed, exchanged digits first, and never more than six', async (context) => {
  const near = [940060, 940001, 940002, 940003, 940004, 940005, 940007, 94006]
  const index = await openSampleIndex(
    context,
    Object.fromEntries(
      [...near, 123456].map((number) => [`${number}.md`, `number: ${number}\ntitle: Article\n\nText.`]),
    ),
  )
  const numbers: readonly number[] = listNearbyArticles(index, kbNumberOf(940006)).map(({ number }) => number)
  assert.equal(numbers.length, 6)
  assert.equal(numbers[0], 940060)
  assert.ok(numbers.every((number) => near.includes(number)))
  assert.deepEqual(listNearbyArticles(index, kbNumberOf(500)), [])
})
