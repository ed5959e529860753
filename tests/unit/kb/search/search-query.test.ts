import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARTICLE_KINDS } from '@/lib/kb/articles/article-kinds'
import { STATE_FILTERS, stateToFilter } from '@/lib/kb/search/search-filters'
import { parseSearchQuery, productToWord } from '@/lib/kb/search/search-query'

const EMPTY = {
  text: '',
  isCut: false,
  number: undefined,
  namedNumber: undefined,
  words: [],
  phrases: [],
  preferred: [],
  excluded: [],
  product: undefined,
  productText: undefined,
  kind: undefined,
  state: undefined,
  provenance: undefined,
  year: undefined,
  isVerbatim: false,
  isList: false,
  sort: undefined,
  page: 1,
}

test('an empty set of parameters is an empty query on page one', () => {
  assert.deepEqual(parseSearchQuery({}), EMPTY)
})

test('all parameters that make sense are kept', () => {
  const query = parseSearchQuery({
    q: ' mailbox ',
    product: 'exchange-server-2007',
    state: 'superseded',
    kind: 'problem',
    year: '1999',
    verbatim: '1',
    list: '1',
    sort: 'newest',
    page: '3',
  })
  assert.deepEqual(query, {
    ...EMPTY,
    text: 'mailbox',
    words: ['mailbox'],
    product: 'exchange-server-2007',
    state: 'superseded',
    kind: 'problem',
    year: 1999,
    isVerbatim: true,
    isList: true,
    sort: 'newest',
    page: 3,
  })
})

test('a filter of the text counts where the address has none', () => {
  const q = 'mailbox state:superseded kind:"How to" product:"Exchange Server" year:2007'
  const { text, words, ...query } = parseSearchQuery({ q })
  assert.equal(text, q)
  assert.deepEqual(words, ['mailbox'])
  assert.deepEqual(
    [query.state, query.kind, query.product, query.productText, query.year],
    ['superseded', 'how-to', 'exchange-server', 'product:"Exchange Server"', 2007],
  )
  const other = parseSearchQuery({
    q,
    state: 'no-replacement-known',
    kind: 'problem',
    product: 'outlook-98',
    year: '1998',
  })
  assert.deepEqual(
    [other.state, other.kind, other.product, other.productText, other.year],
    ['no-replacement-known', 'problem', 'outlook-98', undefined, 1998],
  )
})

test('a product of the text that the collection lacks is a word of the text, one of the address stays', () => {
  const query = productToWord(parseSearchQuery({ q: 'mail product:nonsense state:current' }))
  assert.deepEqual(
    [query.words, query.product, query.state],
    [['mail', 'product:nonsense'], undefined, 'no-replacement-known'],
  )
  assert.equal(productToWord(parseSearchQuery({ q: 'mail', product: 'nonsense' })).product, 'nonsense')
})

test('the number of a text is told from a number among its words', () => {
  const TEXTS: readonly [string, number | undefined, number | undefined][] = [
    ['940006', 940006, undefined],
    ['number:940006', 940006, undefined],
    ['number:KB940006', 940006, undefined],
    ['KB940006 state:current', 940006, undefined],
    ['number:940006 rollup', undefined, 940006],
    ['update KB940006 fails', undefined, 940006],
    ['update 940006 fails', undefined, undefined],
    ['kind:problem', undefined, undefined],
  ]
  for (const [q, number, namedNumber] of TEXTS) {
    const query = parseSearchQuery({ q })
    assert.deepEqual([query.number, query.namedNumber], [number, namedNumber], q)
  }
})

test('every state of an article is shown under one choice', () => {
  const STATES = [
    'no-replacement-known',
    'latest',
    'last-of-line',
    'superseded',
    'superseded-by-unknown',
    'partly-superseded',
    'withdrawn',
  ] as const
  assert.deepEqual(STATES.map(stateToFilter), [
    'no-replacement-known',
    'no-replacement-known',
    'no-replacement-known',
    'superseded',
    'superseded',
    'partly-superseded',
    'withdrawn',
  ])
})

test('a number in any spelling and a pasted address give the number, and the text stays as it was typed', () => {
  for (const text of ['940006', 'kb 940006', 'http://support.microsoft.com/kb/940006/', '/kb/KB940006']) {
    const query = parseSearchQuery({ q: text })
    assert.equal(query.number, 940006, text)
    assert.equal(query.text, text)
  }
  assert.equal(parseSearchQuery({ q: '940006 exchange' }).number, undefined)
})

test('of a parameter that stands several times the first counts', () => {
  assert.equal(parseSearchQuery({ q: ['first', 'second'], year: ['1999', '2000'] }).text, 'first')
  assert.equal(parseSearchQuery({ q: [] }).text, '')
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
  ['9'.repeat(400), 9999],
  ['1000000000', 9999],
  ['3017', 3017],
]

for (const [given, expected] of PAGES) {
  test(`page=${given.slice(0, 20)} is page ${expected}`, () => {
    assert.equal(parseSearchQuery({ page: given }).page, expected)
  })
}

test('a product, state, kind or year that there cannot be is left out', () => {
  for (const odd of ['', ' ', 'Exchange Server', "x' OR 1=1", '../x', '__proto__', 'ünïcode', 'x'.repeat(121)]) {
    assert.deepEqual(
      parseSearchQuery({ product: odd, state: odd, kind: odd, year: odd, sort: odd, verbatim: odd }),
      EMPTY,
      odd,
    )
  }
  for (const year of ['1979', '2101', '99', '1999.5', '1e3', '-1999', '０']) {
    assert.equal(parseSearchQuery({ year }).year, undefined, year)
  }
  for (const state of STATE_FILTERS) assert.equal(parseSearchQuery({ state }).state, state)
  for (const kind of ARTICLE_KINDS) assert.equal(parseSearchQuery({ kind }).kind, kind)
})
