import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listMostCited } from '@/lib/kb-index/read/lists/most-cited'
import { openSampleIndex } from '@/tests/support/sample-index'

test('articles that others cite come first, the rest by number', async (t) => {
  const file = (number: number, text: string) => `number: ${number}\ntitle: T${number}\n\n${text}`
  const index = await openSampleIndex(t, {
    'a.md': file(900001, 'See KB900003 and KB900004.'),
    'b.md': file(900002, 'See KB900004.'),
    'c.md': file(900003, 'Text.'),
    'd.md': file(900004, 'Text.'),
  })
  assert.deepEqual(listMostCited(index, 10).map(Number), [900004, 900003, 900001, 900002])
  assert.deepEqual(listMostCited(index, 1).map(Number), [900004])
})
