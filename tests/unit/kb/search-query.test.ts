import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARTICLE_KINDS } from '@/lib/kb/front-matter'
import { MAX_QUERY_LENGTH, MAX_RESULT_PAGE, parseSearchQuery, STATE_FILTERS } from '@/lib/kb/search-query'

test('an empty set of parameters is an empty query on page one', () => {
  assert.deepEqual(parseSearchQuery({}), {
    text: '',
    number: undefined,
    product: undefined,
    state: undefined,
    kind: undefined,
    page: 1,
  })
})

test('all parameters that make sense are kept', () => {
  const query = parseSearchQuery({
    q: ' mailbox ',
    product: 'exchange-server-2007',
    state: 'superseded',
    kind: 'problem',
    page: '3',
  })
  assert.deepEqual(query, {
    text: 'mailbox',
    number: undefined,
    product: 'exchange-server-2007',
    state: 'superseded',
    kind: 'problem',
    page: 3,
  })
})

test('a number in any spelling and a pasted address give the number, and the text stays as it was typed', () => {
  for (const text of ['940006', 'kb 940006', 'http://support.microsoft.com/kb/940006/', '/kb/KB940006']) {
    const query = parseSearchQuery({ q: text })
    assert.equal(query.number, 940006, text)
    assert.equal(query.text, text)
  }
  assert.equal(parseSearchQuery({ q: '940006 exchange' }).number, undefined)
})

const TEXTS: readonly [string | readonly string[] | undefined, string][] = [
  [undefined, ''],
  ['   ', ''],
  ['\u0000\u0007', ''],
  ['a\u0000b\r\n\tc', 'a b c'],
  ['ｅｘｃｈａｎｇｅ', 'exchange'],
  [['first', 'second'], 'first'],
  [[], ''],
  ['x'.repeat(1000), 'x'.repeat(MAX_QUERY_LENGTH)],
]

for (const [given, expected] of TEXTS) {
  test(`q=${JSON.stringify(given)?.slice(0, 40)} is the text ${JSON.stringify(expected.slice(0, 40))}`, () => {
    assert.equal(parseSearchQuery({ q: given }).text, expected)
  })
}

test('a text is cut between characters, never within one', () => {
  for (const start of ['', 'x']) {
    const { text } = parseSearchQuery({ q: start + '😀'.repeat(300) })
    assert.ok(text.length <= MAX_QUERY_LENGTH && text.length >= MAX_QUERY_LENGTH - 1)
    assert.doesNotMatch(text, /\p{Surrogate}/u)
  }
  assert.equal(parseSearchQuery({ q: 'a\ud800b' }).text, 'a b')
})

const PAGES: readonly [string, number][] = [
  ['1', 1],
  ['2', 2],
  ['0', 1],
  ['-5', 1],
  ['', 1],
  ['x', 1],
  ['2x', 2],
  ['1.9', 1],
  ['NaN', 1],
  ['Infinity', 1],
  ['9'.repeat(400), MAX_RESULT_PAGE],
  [String(MAX_RESULT_PAGE + 1), MAX_RESULT_PAGE],
]

for (const [given, expected] of PAGES) {
  test(`page=${given.slice(0, 20)} is page ${expected}`, () => {
    assert.equal(parseSearchQuery({ page: given }).page, expected)
  })
}

test('a product, state or kind that there cannot be is left out', () => {
  for (const odd of ['', ' ', 'Exchange Server', "x' OR 1=1", '../x', '__proto__', 'ünïcode', 'x'.repeat(121)]) {
    const query = parseSearchQuery({ product: odd, state: odd, kind: odd })
    assert.deepEqual([query.product, query.state, query.kind], [undefined, undefined, undefined], odd)
  }
  for (const state of STATE_FILTERS) assert.equal(parseSearchQuery({ state }).state, state)
  for (const kind of ARTICLE_KINDS) assert.equal(parseSearchQuery({ kind }).kind, kind)
})
