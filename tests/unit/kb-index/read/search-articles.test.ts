import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { SearchResults, SnippetPart } from '@/lib/kb/search/search-query'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { piecesOf } from '@/tests/support/pieces'
import { manyFiles, openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'

const FILES: SampleFiles = {
  '1.md':
    'number: 940006\ntitle: Update Rollup 4 for the mail server\nkind: update-rollup\nproducts: [Mail Server]\nsupersededBy: 941421\nfixes: [930463]\nreleased: 2007-08\n\nThe server stops responding. Event ID 1023 in services.exe, code 0x80070643.',
  '2.md':
    'number: 941421\ntitle: Update Rollup 5\nkind: update-rollup\nproducts: [Mail Server]\nfixes: [930463]\nreleased: 2007-11\n\nInstall this update on each server.',
  '3.md':
    'number: 930463\ntitle: Messages stay in the queue\nkind: problem\nproducts: [Mail Server, Web Server]\n\nEach message waits in a queue while the servers restart.',
  '4.md':
    'number: 94000\ntitle: Größe der Datenbank\nkind: how-to\nproducts: [Web Server]\nqueryWords: prodsearch\n\nCafé 日本語 emoji 😀.',
  '5.md': 'number: 9400\ntitle: Nearly empty\n\nx',
}
const index = await openSampleIndex({ after }, FILES)

const search = (index: IndexDatabase, q: string, more: Record<string, string> = {}) =>
  searchArticles(index, parseSearchQuery({ q, ...more }))
const suggest = async (index: IndexDatabase, text: string) =>
  (await suggestArticles(index, text)).articles.map(({ number }) => number)
const numbersOf = (results: SearchResults) => results.items.map(({ article }) => article.number)

const FOUND: readonly [title: string, text: string, numbers: readonly number[]][] = [
  ['a word of the text', 'responding', [940006]],
  ['another form of the word', 'respond', [940006]],
  ['capital letters', 'MESSAGES', [930463]],
  ['words of title and text together', 'queue servers', [930463]],
  ['an accent or none', 'große CAFÉ', [94000]],
  ['the same letters without marks', 'cafe', [94000]],
  ['a phrase', '"stay in the queue"', [930463]],
  ['typographic quotes', '“stay in the queue”', [930463]],
  ['an error code', '0x80070643', [940006]],
  ['a file name', 'services.exe', [940006]],
  ['an event', 'event id 1023', [940006]],
  ['an event by its number alone, which begins no article', '1023', [940006]],
  ['words that are searched and not shown', 'prodsearch', [94000]],
  ['the number among words', 'KB941421 rollup', [941421]],
]

test('a number with its letters among words gives its article above the hits', async () => {
  assert.equal((await search(index, 'article Q930463')).exact?.number, 930463)
  assert.equal((await search(index, 'update kb 940006 server')).exact?.number, 940006)
  assert.equal((await search(index, 'file Q930463i.exe')).exact, undefined)
})

test('an article is found by …', async (context) => {
  for (const [title, text, numbers] of FOUND) {
    await context.test(`${title}: ${text}`, async () => {
      const results = await search(index, text)
      assert.equal(results.isPartialMatch, false)
      assert.deepEqual(numbersOf(results), numbers)
      assert.equal(results.itemCount, numbers.length)
    })
  }
})

test('a match in the title counts more than one in the text, and rare words more than common ones', async (context) => {
  const others = Array.from({ length: 20 }, (_, place) => [
    `o${place}.md`,
    `number: ${place + 1}\ntitle: Other\n\ncommon`,
  ])
  const index = await openSampleIndex(context, {
    ...Object.fromEntries(others),
    'a.md': 'number: 100\ntitle: Something else\n\nneedle needle needle',
    'b.md': 'number: 101\ntitle: The needle\n\nSomething else altogether',
  })
  assert.deepEqual(numbersOf(await search(index, 'needle')), [101, 100])
  assert.deepEqual(numbersOf(await search(index, 'common needle')).slice(0, 2), [101, 100])
})

test('where nothing has all words, hits have some of the rare ones, and the results say so', async () => {
  const results = await search(index, 'queue nosuchword datenbank')
  assert.equal(results.isPartialMatch, true)
  assert.deepEqual(numbersOf(results).sort(), [930463, 94000])
  const phrase = await search(index, '"queue the restart"')
  assert.deepEqual([phrase.isPartialMatch, numbersOf(phrase)[0]], [true, 930463])
  const nothing = await search(index, 'nosuchword')
  assert.deepEqual([nothing.itemCount, nothing.isPartialMatch, nothing.pageCount], [0, false, 1])
  assert.equal((await search(index, 'nosuchword norsuchone')).itemCount, 0)
})

test('a number leads to its article and to those that begin so', async () => {
  const results = await search(index, '9400')
  assert.equal(results.exact?.number, 9400)
  assert.deepEqual(numbersOf(results), [9400, 94000, 940006])
  assert.equal((await search(index, 'KB 940006')).exact?.title, 'Update Rollup 4 for the mail server')
  assert.equal((await search(index, 'http://support.microsoft.com/kb/940006')).exact?.number, 940006)
  const missing = await search(index, 'Q156091')
  assert.deepEqual([missing.exact, missing.missingNumber, missing.itemCount], [undefined, 156091, 0])
  assert.deepEqual(numbersOf(await search(index, '94', { kind: 'update-rollup' })), [940006, 941421])
})

test('filters narrow the results, and facets count what each other choice would leave', async () => {
  const all = await search(index, 'server')
  assert.deepEqual(all.facets, {
    products: [
      { value: 'mail-server', label: 'Mail Server', count: 3 },
      { value: 'web-server', label: 'Web Server', count: 2 },
    ],
    states: [
      { value: 'no-replacement-known', count: 3 },
      { value: 'superseded', count: 1 },
    ],
    kinds: [
      { value: 'update-rollup', count: 2 },
      { value: 'how-to', count: 1 },
      { value: 'problem', count: 1 },
    ],
    provenances: [],
    years: [{ value: '2007', count: 2 }],
  })
  for (const [parameter, facets] of [
    ['product', all.facets.products],
    ['state', all.facets.states],
    ['kind', all.facets.kinds],
    ['year', all.facets.years],
  ] as const) {
    for (const { value, count } of facets) {
      const narrowed = await search(index, 'server', { [parameter]: value })
      assert.equal(narrowed.itemCount, count, `${parameter}=${value}`)
      assert.equal(narrowed.items.length, count)
    }
  }
  const superseded = await search(index, 'server', { state: 'superseded' })
  assert.deepEqual(numbersOf(superseded), [940006])
  assert.deepEqual(superseded.facets.states, all.facets.states)
  assert.deepEqual(superseded.facets.kinds, [{ value: 'update-rollup', count: 1 }])
  assert.deepEqual(superseded.facets.products, [{ value: 'mail-server', label: 'Mail Server', count: 1 }])
  const both = await search(index, 'server', { product: 'web-server', kind: 'problem', state: 'no-replacement-known' })
  assert.deepEqual([both.itemCount, numbersOf(both)], [1, [930463]])
  assert.equal((await search(index, 'server', { product: 'nowhere' })).itemCount, 0)
})

test('matches are marked in title and text, and the rest is kept', async () => {
  const [hit] = (await search(index, 'queue restart')).items
  assert.equal(textOf(hit?.title), 'Messages stay in the queue')
  assert.deepEqual(matchesOf(hit?.title), ['queue'])
  assert.equal(textOf(hit?.snippet), 'Each message waits in a queue while the servers restart.')
  assert.deepEqual(matchesOf(hit?.snippet), ['queue', 'restart'])
  assert.equal(hit?.fixedIn, 940006)
})

test('a long text gives an excerpt around the match', async (context) => {
  const text = `${'before '.repeat(500)} needle ${'after '.repeat(500)}`
  const index = await openSampleIndex(context, { '1.md': `number: 1\ntitle: Long\n\n${text}` })
  const snippet = (await search(index, 'needle')).items[0]?.snippet
  assert.deepEqual(matchesOf(snippet), ['needle'])
  assert.match(textOf(snippet), /^….*before needle after.*…$/)
  assert.ok(textOf(snippet).length < 300)
})

test('markup in an article stays text in its excerpt, and marks in a title are no matches of the text', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 1\ntitle: "<b>needle</b> \\x01odd\\x02"\n\nType <script>needle</script>.',
  })
  const [hit] = (await search(index, 'needle')).items
  assert.deepEqual(matchesOf(hit?.snippet), ['needle'])
  assert.equal(textOf(hit?.snippet), 'Type <script>needle</script>.')
  assert.match(textOf(hit?.title), /^<b>needle<\/b>/)
})

test('pages follow each other without gap or repetition, and a page beyond the last is empty', async (context) => {
  const files = manyFiles(45, (place) => `number: ${1000 + place}\ntitle: Same words\n\nneedle`)
  const index = await openSampleIndex(context, files)
  const pages = await Promise.all(['1', '2', '3', '4'].map((page) => search(index, 'needle', { page })))
  assert.deepEqual(
    pages.map(({ page, pageCount, itemCount, items }) => [page, pageCount, itemCount, items.length]),
    [
      [1, 3, 45, 20],
      [2, 3, 45, 20],
      [3, 3, 45, 5],
      [4, 3, 45, 0],
    ],
  )
  // Equal hits come in number order.
  assert.deepEqual(
    pages.flatMap(numbersOf),
    Array.from({ length: 45 }, (_, place) => 1000 + place),
  )
})

const HOSTILE = [
  ...piecesOf(
    '¦ ¦"¦""¦"x¦x"¦"""¦NOT¦NOT x¦x NOT¦AND¦OR OR¦NEAR(a b)¦a-b¦-a¦col:x¦title:x¦*¦x*¦*x¦^x¦a + b¦{title}: x¦(',
  ),
  ...piecesOf(
    ")¦[¦\\¦'¦'; DROP TABLE article; --¦%¦_¦?¦;¦--¦/*¦\u0000¦a\u0000b¦\u0001\u0002¦\ud800¦😀¦日本語¦𞤀𞤁¦ª¦½¦ﬁ",
  ),
  ...piecesOf('\u202e¦\ufeff¦é¦a* b* c* d* e*¦0¦00000000¦99999999999¦kb¦KB¦q¦/kb/¦http://'),
  '('.repeat(500),
  `"${'('.repeat(500)}`,
  'x'.repeat(10_000),
  'x '.repeat(5000),
  '"x" '.repeat(2000),
  'the '.repeat(3000),
  '1'.repeat(300),
]

test('no query is an error, whatever is typed', async () => {
  for (const text of HOSTILE) {
    for (const filter of ['', 'state=superseded&kind=problem&product=mail-server&page=50']) {
      const results = await search(index, text, Object.fromEntries(new URLSearchParams(filter)))
      assert.ok(results.itemCount >= 0 && results.items.length <= 20, text.slice(0, 40))
    }
    // Suggestions and searches that are not parsed from an address get no less.
    await searchArticles(index, { ...parseSearchQuery({}), text, words: [text] })
    assert.ok((await suggest(index, text)).length <= 8, text.slice(0, 40))
  }
})

test('suggestions fit the beginning of the last word, and digits the beginning of a number', async () => {
  assert.deepEqual(await suggest(index, 'rollup'), [941421, 940006])
  assert.deepEqual(await suggest(index, 'update ro'), [941421, 940006])
  assert.deepEqual(await suggest(index, 'the qu'), [930463])
  assert.deepEqual(await suggest(index, '94'), [9400, 94000, 940006, 941421])
  assert.deepEqual(await suggest(index, 'kb9414'), [941421])
  assert.deepEqual(await suggest(index, 'u'), [])
  assert.deepEqual(await suggest(index, ''), [])
  assert.deepEqual((await suggestArticles(index, 'near')).articles, [
    {
      number: 9400,
      title: 'Nearly empty',
      state: 'no-replacement-known',
      kind: undefined,
      provenance: undefined,
      seriesName: undefined,
    },
  ])
})

function textOf(parts: readonly SnippetPart[] | undefined): string {
  return (parts ?? []).map(({ text }) => text).join('')
}

function matchesOf(parts: readonly SnippetPart[] | undefined): string[] {
  return (parts ?? []).filter(({ isMatch }) => isMatch).map(({ text }) => text)
}
