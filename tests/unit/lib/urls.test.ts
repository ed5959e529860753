import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArrival, parseProductQuery, parseSearchQuery } from '@/lib/kb/search/search-query'
import {
  ARRIVAL_PARAMETERS,
  articleInSearchUrl,
  articleUrl,
  compareUrl,
  lineUrl,
  narrowedSearchUrl,
  previewUrl,
  productUrl,
  resultListUrl,
  resultUrl,
  searchUrl,
  sectionUrl,
  suggestUrl,
  wantedFileUrl,
  wantedUrl,
} from '@/lib/urls'
import { kbNumberOf } from '@/tests/support/kb-number-of'

test('articles, products and lines have short addresses, and page one has no number', () => {
  assert.equal(articleUrl(kbNumberOf(940006)), '/kb/940006')
  assert.equal(productUrl('exchange-server-2007'), '/products/exchange-server-2007')
  assert.equal(lineUrl('sp1'), '/updates/sp1')
})

test('the address of a search says what was asked and nothing else, and is read back as the same query', () => {
  assert.equal(searchUrl({ text: 'a' }), '/search?q=a')
  assert.equal(searchUrl({ text: 'a', page: 1 }), '/search?q=a')
  for (const query of [
    {
      text: 'mailbox "a & b" 50% + #1 日本語',
      product: 'mail-server',
      state: 'no-replacement-known',
      kind: 'how-to',
      page: 2,
    },
    { text: 'mailbox', year: 1999, isVerbatim: true, isList: true },
    { text: '', page: 50 },
    { text: '940006' },
  ] as const) {
    const address = new URL(searchUrl(query), 'http://viewer')
    assert.equal(address.pathname, '/search')
    const parsed = parseSearchQuery(Object.fromEntries(address.searchParams))
    assert.deepEqual({ ...parsed, ...query }, parsed)
  }
})

test('a filter that the text itself states is not repeated in the address, another value is', () => {
  const text = 'mailbox state:current kind:how-to'
  const query = parseSearchQuery({ q: text })
  assert.equal(searchUrl(query), searchUrl({ text }))
  const address = new URL(searchUrl({ ...query, state: 'superseded' }), 'http://viewer')
  assert.deepEqual(Object.fromEntries(address.searchParams), { q: text, state: 'superseded' })
})

test('another choice of a filter leaves the others, takes the old one out of the text and starts at page one', () => {
  const query = parseSearchQuery({ q: 'mailbox state:current', kind: 'how-to', page: '3' })
  assert.equal(narrowedSearchUrl(query, 'state', 'superseded'), '/search?q=mailbox&kind=how-to&state=superseded')
  assert.equal(narrowedSearchUrl(query, 'state'), '/search?q=mailbox&kind=how-to')
  assert.equal(narrowedSearchUrl(query, 'kind'), '/search?q=mailbox+state%3Acurrent')
  assert.equal(narrowedSearchUrl(query, 'year', '1999'), '/search?q=mailbox+state%3Acurrent&kind=how-to&year=1999')
  assert.equal(narrowedSearchUrl(query, 'kind', 'nonsense'), narrowedSearchUrl(query, 'kind'))
})

test('a result list and suggestions keep the text whole', () => {
  for (const text of ['940006', 'a&list=0', '日本語', '?#/']) {
    const list = new URL(resultListUrl(text), 'http://viewer')
    assert.deepEqual([list.searchParams.get('q'), list.searchParams.get('list')], [text, '1'])
    assert.equal(new URL(suggestUrl(text), 'http://viewer').searchParams.get('q'), text)
  }
})

test('a section, a comparison, a preview and the wanted articles have addresses that say nothing needless', () => {
  assert.equal(sectionUrl(kbNumberOf(940006), 'Known issue'), '/kb/940006#known-issue')
  assert.equal(compareUrl(935999, 'KB 953469&x'), '/updates/compare?from=935999&to=KB+953469%26x')
  assert.equal(previewUrl(kbNumberOf(940006)), '/api/v1/articles/940006/preview')
  assert.equal(wantedUrl(), '/wanted')
  assert.equal(wantedUrl({ page: 1 }), '/wanted')
  assert.equal(wantedUrl({ product: 'winnt', page: 3 }), '/wanted?product=winnt&page=3')
  assert.equal(wantedFileUrl('csv'), '/wanted.csv')
  assert.equal(wantedFileUrl('json', 'winnt'), '/api/v1/wanted?product=winnt')
})

test('the URL of a result carries its search, and leads back to the same place', () => {
  const number = kbNumberOf(940006)
  for (const query of [
    parseSearchQuery({ q: 'mailbox "a & b"', kind: 'how-to', page: '3', sort: 'number', verbatim: '1' }),
    parseProductQuery('mail-5', { q: 'mailbox', year: '1999' }),
  ]) {
    const url = new URL(articleInSearchUrl(number, query), 'http://viewer')
    assert.equal(url.pathname, '/kb/940006')
    assert.ok([...url.searchParams.keys()].every((name) => ARRIVAL_PARAMETERS.includes(name)))
    const arrival = parseArrival(Object.fromEntries(url.searchParams))
    assert.equal(arrival && resultUrl(number, arrival), `${searchUrl(query)}#result-940006`)
  }
  assert.equal(articleInSearchUrl(number, parseProductQuery('mail-5', {})), '/kb/940006')
  for (const q of ['94', '940006', 'KB 940006']) {
    assert.equal(articleInSearchUrl(number, parseSearchQuery({ q })), '/kb/940006', q)
  }
  assert.equal(parseArrival({ pinned: '1', product: 'mail-5' }), undefined)
})

test('the search of a product’s page stays on it until another product or none is chosen', () => {
  const query = parseProductQuery('mail-5', { kind: 'how-to', product: 'other', page: '2' })
  assert.equal(searchUrl(query), '/products/mail-5?kind=how-to&page=2')
  assert.equal(narrowedSearchUrl(query, 'kind'), '/products/mail-5')
  assert.equal(narrowedSearchUrl(query, 'product', 'mail-4'), '/products/mail-4?kind=how-to')
  assert.equal(narrowedSearchUrl(query, 'product'), '/search?q=&kind=how-to')
})
