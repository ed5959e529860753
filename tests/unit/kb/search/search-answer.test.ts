import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATE_WORDS } from '@/components/article/state-words'
import { searchResultsToAnswer } from '@/lib/kb/search/search-answer'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const ARTICLE = {
  number: kbNumberOf(940006),
  title: 'Update Rollup 4',
  products: ['Exchange Server 2007'],
  state: 'superseded',
  currentArticle: kbNumberOf(953469),
} as const
const FACETS = { products: [], states: [], kinds: [], provenances: [], years: [{ value: '2007', count: 1 }] }

test('programs get what the page shows: texts whole, and in pieces with what matches', () => {
  const title = [
    { text: 'Update ', isMatch: false },
    { text: 'Rollup', isMatch: true },
    { text: ' 4', isMatch: false },
  ]
  const snippet = [
    { text: 'Install the ', isMatch: false },
    { text: 'rollup', isMatch: true },
  ]
  const answer = searchResultsToAnswer(
    {
      query: parseSearchQuery({ q: 'rolup kind:update-rollup', year: '2007' }),
      correctedText: 'rollup kind:update-rollup',
      items: [{ article: ARTICLE, title, snippet }],
      itemCount: 21,
      page: 2,
      pageCount: 2,
      isPartialMatch: false,
      matchCount: 30,
      alsoSearched: ['cumulative update'],
      leftOut: [],
      namedProducts: [],
      facets: FACETS,
    },
    STATE_WORDS,
  )
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), {
    query: 'rolup kind:update-rollup',
    correctedQuery: 'rollup kind:update-rollup',
    isCut: false,
    filters: { kind: 'update-rollup', year: 2007 },
    total: 21,
    page: 2,
    pageCount: 2,
    isPartialMatch: false,
    matchCount: 30,
    alsoSearched: ['cumulative update'],
    leftOut: [],
    namedProducts: [],
    facets: { ...FACETS, years: [{ value: '2007', label: '2007', count: 1 }] },
    results: [
      { ...ARTICLE, url: '/kb/940006', snippet: 'Install the rollup', titleParts: title, snippetParts: snippet },
    ],
  })
})
