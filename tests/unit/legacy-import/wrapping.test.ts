import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toTextLines } from '@/lib/legacy-import/shared/text-line'
import { isSoftEnd, joinLines } from '@/lib/legacy-import/txt/wrapping'

const line = (length: number, end = 'x'): string => 'a'.repeat(length - end.length) + end

/** Two lines, whether they are the last of their block, and whether the formatter made the end between them. */
const ENDS: readonly [string, string, string, boolean, boolean][] = [
  ['a word that would have fitted', line(70), 'short', false, false],
  ['a word that makes 81', line(74), 'sixsix more', false, true],
  ['a word that makes 80', line(74), 'fiver more', false, false],
  ['a last line of one word that makes 80', line(74), 'fiver', true, true],
  ['a last line of two words that makes 80', line(74), 'fiver x', true, false],
  ['brackets that counted four each', line(70, '<b>'), 'four more', false, true],
  ['an ampersand that counted five', line(72, '&'), 'four more', false, true],
  ['an indented line', `   ${line(71)}`, '   sixsix more', false, true],
  ['a break that was left behind', `${line(66)}<BR/>`, 'word more', false, true],
]

for (const [what, first, second, isLast, expected] of ENDS) {
  test(`a line end is ${expected ? 'soft' : 'hard'} for ${what}`, () => {
    const [above, below] = toTextLines(`${first}\n${second}`)
    assert.ok(above && below)
    assert.equal(isSoftEnd(above, below, isLast), expected)
  })
}

test('a block that was wrapped by hand at its own width is one line', () => {
  const lines = toTextLines(
    'These lines were wrapped at sixty columns by the person who\nwrote them, long before any formatter had a look at what\nthe file holds.',
  )
  assert.equal(joinLines(lines).length, 1)
})

test('a list of short names keeps its lines', () => {
  assert.deepEqual(joinLines(toTextLines('One\nTwo\nThree Four')), ['One', 'Two', 'Three Four'])
})

test('the target of a link stays on its own line, however long it is', () => {
  const url = `(http://www.example.com/${'a'.repeat(70)})`
  assert.deepEqual(joinLines(toTextLines(`Download Example.exe now\n${url}`)), ['Download Example.exe now', url])
})
