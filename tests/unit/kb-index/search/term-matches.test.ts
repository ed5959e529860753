import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractTerms } from '@/lib/kb/search/terms'
import { measureNearness } from '@/lib/kb-index/search/nearness'
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

test('words that stand nearer are nearer, and neighbours in order nearest', () => {
  const words = ['alpha', 'beta'].map((term) => ({ term, rarity: 2 }))
  const find = termFinder(new Set(['alpha', 'beta']))
  const nearness = (text: string) => measureNearness(find(text), words)
  const [inOrder, reversed, apart, far] = [
    nearness('alpha beta'),
    nearness('beta alpha'),
    nearness('alpha and some more beta'),
    nearness(`alpha ${'word '.repeat(40)} beta`),
  ]
  assert.ok(inOrder > reversed && reversed > apart && apart > far, `${[inOrder, reversed, apart, far]}`)
  assert.equal(far, 0)
})

test('an excerpt is the piece with most of the words, cut between words', () => {
  const text = `needle ${'filler '.repeat(100)}needle with thread ${'filler '.repeat(100)}`
  const weights = new Map([
    ['needl', 1],
    ['thread', 1],
  ])
  const marked = { weights, find: termFinder(weights) }
  const excerpt = extractExcerpt(text, marked)
  const shown = excerpt.map((part) => part.text).join('')
  assert.deepEqual(
    excerpt.filter(({ isMatch }) => isMatch).map((part) => part.text),
    ['needle', 'thread'],
  )
  assert.match(shown, /^…filler .*needle with thread.* filler…$/)
  assert.ok(shown.length < 260)
  assert.equal(extractExcerpt('', marked).length, 0)
  assert.equal(extractExcerpt('x'.repeat(5000), marked)[0]?.text.length, 231)
})
