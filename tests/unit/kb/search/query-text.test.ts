import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanQueryText, MAX_QUERY_LENGTH } from '@/lib/kb/search/query-text'
import { timed } from '@/tests/support/processor-time'

const TEXTS: readonly [string, string][] = [
  ['   ', ''],
  [' mailbox ', 'mailbox'],
  ['\u0000\u0007', ''],
  ['a\u0000b\r\n\tc  d', 'a b c d'],
  ['ｅｘｃｈａｎｇｅ', 'exchange'],
  ['x'.repeat(MAX_QUERY_LENGTH), 'x'.repeat(MAX_QUERY_LENGTH)],
  ['a\ud800b', 'a b'],
  ['\udc00', ''],
  ['mail\u200bbox\u00ad', 'mailbox'],
  ['\u202egpj.exe\u202c \u2066x\u2069', 'gpj.exe x'],
  ['דואר נכנס', 'דואר נכנס'],
  ['"phrase', '"phrase'],
  ['?!… -- ()', '?!... -- ()'],
]

for (const [typed, text] of TEXTS) {
  test(`${JSON.stringify(typed).slice(0, 40)} is the text ${JSON.stringify(text).slice(0, 40)}, whole`, () => {
    assert.deepEqual(cleanQueryText(typed), { text, isCut: false })
  })
}

test('a long text is cut after a word, and a long word within itself', () => {
  const words = cleanQueryText('mailbox '.repeat(100))
  assert.deepEqual(words, { text: 'mailbox '.repeat(32).trim(), isCut: true })
  const halved = cleanQueryText(`of ${'mailbox '.repeat(100)}`)
  assert.deepEqual(halved, { text: `of ${'mailbox '.repeat(31).trim()}`, isCut: true })
  assert.deepEqual(cleanQueryText('x'.repeat(1000)), { text: 'x'.repeat(MAX_QUERY_LENGTH), isCut: true })
})

test('a phrase that is cut is a phrase to its end', () => {
  const { text } = cleanQueryText(`setup "${'to be or not '.repeat(40)}"`)
  assert.match(text, /^setup "(?:(?:to|be|or|not) )*(?:to|be|or|not)"$/)
  assert.ok(text.length <= MAX_QUERY_LENGTH)
  assert.equal(cleanQueryText(text).text, text)
})

test('a text is cut between characters, never within one', () => {
  for (const start of ['', 'x']) {
    const { text, isCut } = cleanQueryText(start + '😀'.repeat(300))
    assert.ok(isCut && text.length <= MAX_QUERY_LENGTH && text.length >= MAX_QUERY_LENGTH - 1)
    assert.doesNotMatch(text, /\p{Surrogate}/u)
  }
})

test('blanks around a text do not count', () => {
  const blanks = ' \n'.repeat(5000)
  assert.deepEqual(cleanQueryText(`${blanks}mailbox${blanks}`), { text: 'mailbox', isCut: false })
})

test('a text of a million characters costs no more than a short one', () => {
  for (const piece of ['x', ' ', '\u0000', '\ud800', '\u200b', 'ﷺ', '"', '(', 'a* ', '日']) {
    const typed = piece.repeat(1_000_000)
    const { result, milliseconds } = timed(() => cleanQueryText(typed))
    assert.ok(result.text.length <= MAX_QUERY_LENGTH)
    assert.ok(milliseconds < 50, `${JSON.stringify(piece)} took ${milliseconds} ms`)
  }
})
