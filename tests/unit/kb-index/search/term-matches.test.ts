import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractTerms } from '@/lib/kb/search/terms'
import { listPassageWords, measurePassage } from '@/lib/kb-index/search/passage'
import { termToWord } from '@/lib/kb-index/search/scored-word'
import { extractExcerpt } from '@/lib/kb-index/search/snippets'
import { termFinder } from '@/lib/kb-index/search/term-matches'

const TEXT = `The policy applies to policies. "Printer's" queue (printing) fails; C++ and services.exe do not.
Re-print 0x80040154, SP4-only: Apply, applied, application. Use it, used by users; DOS and PCs do, going on: important customers, an authority, authorities.`

test('terms are found where reading every word finds them', () => {
  const all: { start: number; end: number; term: string }[] = []
  extractTerms(TEXT, { onWord: (term, _plain, start, end) => all.push({ start, end, term }), onPart: () => {} })
  for (const { term } of all) {
    const expected = all.filter((match) => match.term === term)
    assert.deepEqual(termFinder(new Set([term]))(TEXT), expected, term)
    // Another letter anywhere makes the text one that is read word by word.
    assert.deepEqual(termFinder(new Set([term]))(`${TEXT} é`), expected, term)
  }
  assert.deepEqual(termFinder(new Set())(TEXT), [])
})

const RARITIES: Readonly<Record<string, number>> = { alpha: 2, beta: 3, gamma: 1, delta: 5 }
const rarityOf = (term: string) => RARITIES[term] ?? 0
const passageOf = (
  text: string,
  words = listPassageWords(
    ['alpha', 'beta'].map((term) => termToWord(term)),
    rarityOf,
  ),
) => measurePassage(termFinder(words.places)(text), words)

test('a passage counts each word of the query once, wherever it begins', () => {
  assert.equal(passageOf('alpha and some more beta'), 5)
  assert.equal(passageOf('beta alpha alpha beta'), 5)
  assert.equal(passageOf(`alpha ${'word '.repeat(100)} alpha beta ${'word '.repeat(100)} beta`), 5)
  assert.equal(passageOf(`alpha ${'word '.repeat(100)} beta`), 3)
  assert.equal(passageOf('nothing of it'), 0)
})

test('what stands for a word counts in a passage as the word does, and once', () => {
  const word = termToWord('alpha', [
    { terms: ['gamma'], weight: 1, isName: true },
    { terms: ['beta', 'delta'], weight: 0.8, isName: false },
  ])
  const words = listPassageWords([word, { ...termToWord('x'), isExtra: true }], rarityOf)
  // A more frequent name is what the word weighs.
  assert.deepEqual(words.rarities, [1])
  assert.equal(passageOf('gamma alpha', words), 1)
  assert.equal(passageOf('beta', words), 0.4)
  assert.equal(passageOf('beta with delta', words), 0.8)
  const identifier = listPassageWords([termToWord('a.b', [{ terms: ['alpha', 'beta'], weight: 0.6 }])], () => 2)
  assert.equal(passageOf('alpha.beta', identifier), 2)
  assert.deepEqual(listPassageWords([termToWord('unknown')], rarityOf).rarities, [0])
})

test('an excerpt is the piece with most of the words, cut between words', () => {
  const text = `needle ${'filler '.repeat(100)}needle with thread ${'filler '.repeat(100)}`
  const weights = new Map([
    ['needl', 1],
    ['thread', 1],
  ])
  const quote = (body: string) => extractExcerpt(body, termFinder(weights)(body), weights)
  const excerpt = quote(text)
  const shown = excerpt.map((part) => part.text).join('')
  assert.deepEqual(
    excerpt.filter(({ isMatch }) => isMatch).map((part) => part.text),
    ['needle', 'thread'],
  )
  assert.match(shown, /^…filler .*needle with thread.* filler…$/)
  assert.ok(shown.length < 260)
  assert.equal(quote('').length, 0)
  assert.equal(quote('x'.repeat(5000))[0]?.text.length, 231)
})
