import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locateTerms, quoteTerms } from '@/lib/check/quote-terms'
import { listPhrases, shareOfPhrases } from '@/lib/check/shared-phrases'

test('the share of phrases is that of three words in a row, whatever stands between them', () => {
  const phrases = listPhrases('The anchor service cannot moor')
  assert.equal(phrases.size, 3)
  assert.equal(shareOfPhrases(phrases, 'Now: the anchor\nservice cannot moor!'), 1)
  assert.equal(shareOfPhrases(phrases, 'the anchor service can moor'), 1 / 3)
  assert.equal(shareOfPhrases(phrases, 'moor cannot service anchor the'), 0)
  assert.equal(shareOfPhrases(listPhrases('two words'), 'two words'), 0)
})

test('terms are quoted as the text spells them, with the line that has most of them', () => {
  const text = 'Good morning,\nthe Anchors were mooring when\nthe anchor broke.'
  const places = locateTerms(text, ['anchor', 'moor', 'harbor'])
  assert.deepEqual(quoteTerms(places, ['moor', 'anchor']), {
    words: ['mooring', 'Anchors'],
    quote: 'the Anchors were mooring when',
  })
  assert.deepEqual(quoteTerms(places, ['harbor']), { words: [], quote: '' })
})
