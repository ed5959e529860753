import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { KnownWords } from '@/lib/kb/search/words/known-words'
import { codesOf, hashOf, scanWords } from '@/lib/kb/search/words/scan-words'

/** What words are, as a pattern says it. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー]'
const WORD = new RegExp(
  `[A-Za-z](?:\\+\\+|#)(?![\\p{L}\\p{N}])|${UNSPACED}+|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+(?:['’]\\p{L}+)?|(?<![\\p{L}\\p{N}])\\.[Nn][Ee][Tt](?![\\p{L}\\p{N}])`,
  'gu',
)
const PIECES = [
  'C++',
  'F#',
  '.NET',
  '.net',
  "can't",
  'x’s',
  'é',
  'e\u0301',
  'ß',
  '東京',
  'ー',
  'カ',
  '한글',
  '𝐀',
  '𠮷',
  '\ud835',
]
const SIGNS = [...".+#'’ -_/:&@\n0Aa9zÄ", '\u0000', '\ufeff', '😀']

function listWords(text: string): string[] {
  const words: string[] = []
  scanWords(codesOf(text), (start, end) => words.push(text.slice(start, end)))
  return words
}

test('the words of a text are those of the pattern, in any script and with any sign beside them', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...SIGNS), fc.string({ unit: 'binary' })))
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('')
      assert.deepEqual(listWords(text), text.match(WORD) ?? [])
    }),
    { numRuns: 2000 },
  )
})

test('a word is known again in any text, and more words than there is room for are learned anew', () => {
  const learned: string[] = []
  const known = new KnownWords(100, (word) => ({ word, time: learned.push(word) }))
  const words = Array.from({ length: 90 }, (_, place) => `word${place}`)
  const text = ` ${words.join(' ')} `
  const codes = codesOf(text)
  const find = (word: string) => {
    const start = text.indexOf(` ${word} `) + 1
    return known.at(codes, start, start + word.length, hashOf(codes, start, start + word.length))
  }
  for (const word of [...words, ...words]) assert.equal(find(word).word, word)
  assert.deepEqual(learned, words)
  assert.equal(known.get('word7'), find('word7'))
  for (let place = 0; place < 1000; place++) assert.equal(known.get(`other${place}`).word, `other${place}`)
  assert.equal(find('word7').word, 'word7')
})
