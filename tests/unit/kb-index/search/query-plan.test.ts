import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planQuery } from '@/lib/kb-index/search/query-plan'

/** Lists what is searched beside the words that were typed, in a collection that has every word. */
function listAdded(text: string): readonly string[] {
  return planQuery({ words: text.split(' '), phrases: [], preferred: [], excluded: [], isVerbatim: false }, () => 1)
    .alsoSearched
}

test('a window may be a dialog, but Windows is the system', () => {
  assert.ok(listAdded('print the caption of a window').includes('dialog'))
  assert.ok(!listAdded('cannot print in windows 95').includes('dialog'))
  assert.ok(listAdded('cannot print in windows 95').includes('win95'))
})

test('meanings are added from three words on, names always', () => {
  assert.deepEqual(listAdded('delete'), [])
  assert.ok(listAdded('delete old mail').includes('remove'))
  assert.ok(listAdded('bsod').includes('blue screen'))
})
