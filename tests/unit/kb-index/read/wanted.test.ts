import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { WANTED_PER_PAGE } from '@/lib/kb/articles/wanted'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getWantedArticle, listWanted, listWantedRecords } from '@/lib/kb-index/read/wanted'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath, openSampleIndex, putFiles, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

const CITING: SampleFiles = {
  '1.md':
    'number: 1\ntitle: One\nproducts: [Mail]\nreviewed: 2001-05-01\n\n[901](/kb/901) The registry\n\nBefore you edit it, read [901](/kb/901) with care.',
  '2.md': 'number: 2\ntitle: Two\nproducts: [Mail]\nreviewed: 1999-02-03\n\n[901](/kb/901) The registry',
  '3.md': 'number: 3\ntitle: Three\nproducts: [Web]\n\n[901](/kb/901) Registry\n\nSee [902](/kb/902) and [2](/kb/2).',
  '4.md': 'number: 4\ntitle: Four\naliases: [903]\n\nSee [903](/kb/903), [901](/kb/901), and [4](/kb/4).',
}
const citing = await openSampleIndex({ after }, CITING)

test('what the collection lacks is listed by the number of articles that cite it', async (context) => {
  const list = listWanted(await openSampleIndex(context, CITING), { page: 1 })
  assert.deepEqual(
    list.items.map(({ number, title, citationCount, firstCited, lastCited }) => [
      number,
      title,
      citationCount,
      firstCited,
      lastCited,
    ]),
    [
      [901, 'The registry', 4, '1999-02-03', '2001-05-01'],
      [902, undefined, 1, undefined, undefined],
    ],
  )
  assert.deepEqual([list.itemCount, list.page, list.pageCount, list.product], [2, 1, 1, undefined])
})

test('an article, its other numbers and links to itself are not wanted', () => {
  const numbers = Array.from(listWantedRecords(citing), ({ number }) => number)
  assert.deepEqual(numbers, [901, 902])
  assert.deepEqual(getWantedArticle(citing, kbNumberOf(903)), { number: 903, citationCount: 0, groups: [] })
})

test('the list quotes the sentences that most articles have, then the fullest, with the first article of each', async (context) => {
  const [first] = listWanted(await openSampleIndex(context, CITING), { page: 1 }).items
  assert.deepEqual(
    first?.quotes.map(({ context: words, sourceCount, sources }) => [
      words,
      sourceCount,
      sources.map(({ number }) => number),
    ]),
    [
      ['901 The registry', 2, [1]],
      ['Before you edit it, read 901 with care.', 1, [1]],
    ],
  )
})

test('the list of a product counts the articles of that product', () => {
  const list = listWanted(citing, { product: 'mail', page: 1 })
  assert.deepEqual(
    list.items.map(({ number, citationCount }) => [number, citationCount]),
    [[901, 2]],
  )
  const quoted = list.items[0]?.quotes.map((quote) => [quote.context, quote.sourceCount])
  assert.deepEqual(quoted, [
    ['901 The registry', 2],
    ['Before you edit it, read 901 with care.', 1],
  ])
  const [ofWeb] = listWanted(citing, { product: 'web', page: 1 }).items
  assert.deepEqual(ofWeb?.quotes[0]?.context, '901 Registry')
  assert.equal(list.product?.name, 'Mail')
  assert.deepEqual(
    list.products.map(({ name, articleCount }) => [name, articleCount]),
    [
      ['Mail', 1],
      ['Web', 2],
    ],
  )
  assert.deepEqual(valuesOf([...listWantedRecords(citing, 'web')], 'number'), [901, 902])
})

test('a product of which no article cites anything wanted narrows nothing, and has no records', () => {
  const list = listWanted(citing, { product: 'none', page: 1 })
  assert.deepEqual([list.product, list.itemCount], [undefined, 2])
  assert.deepEqual([...listWantedRecords(citing, 'none')], [])
})

test('the page of a number has every citing article once, by product, sentences that are alike together', async (context) => {
  const wanted = getWantedArticle(await openSampleIndex(context, CITING), kbNumberOf(901))
  assert.equal(wanted.title, 'The registry')
  assert.deepEqual(
    wanted.groups.map(({ product, citationCount, quotes }) => [
      product?.slug,
      citationCount,
      quotes.map(({ context: words, sources }) => [words, sources.map(({ number }) => number)]),
    ]),
    [
      ['mail', 2, [['901 The registry', [1, 2]]]],
      ['web', 1, [['901 Registry', [3]]]],
      [undefined, 1, [['See 903, 901, and 4.', [4]]]],
    ],
  )
})

test('a program gets each with all that cites it', async (context) => {
  const [first] = listWantedRecords(await openSampleIndex(context, CITING))
  assert.deepEqual(first, {
    number: 901,
    title: 'The registry',
    citationCount: 4,
    firstCited: '1999-02-03',
    lastCited: '2001-05-01',
    quote: '901 The registry',
    citedBy: [1, 2, 3, 4],
  })
})

test('a page beyond the last is the last', async (context) => {
  const links = Array.from({ length: WANTED_PER_PAGE + 1 }, (_, place) => `[${950 + place}](/kb/${950 + place})`)
  const index = await openSampleIndex(context, { '1.md': `number: 1\ntitle: One\n\n${links.join(' ')}` })
  const list = listWanted(index, { page: 9 })
  assert.deepEqual([list.page, list.pageCount, list.items.map(({ number }) => number)], [2, 2, [975]])
})

test('an article that is added is wanted no longer, and one that is removed is wanted again', async (context) => {
  const file = indexPath(context)
  const first = IndexWriter.build(file)
  putFiles(first, CITING)
  await first.finish()
  const added = IndexWriter.update(file)
  putFiles(added, { '901.md': 'number: 901\ntitle: Description of the registry\n\nText.' })
  await added.finish()
  assert.deepEqual(numbersIn(file), [902])
  const removed = IndexWriter.update(file)
  removed.removeFile('901.md')
  await removed.finish()
  assert.deepEqual(numbersIn(file), [901, 902])
})

test('a collection in which nothing is wanted gives an empty first page', async (context) => {
  const index = await openSampleIndex(context, { '1.md': 'number: 1\ntitle: One\n\nText.' })
  assert.deepEqual(listWanted(index, { page: 3 }), {
    items: [],
    itemCount: 0,
    page: 1,
    pageCount: 1,
    product: undefined,
    products: [],
  })
})

function numbersIn(file: string): number[] {
  const database = openIndex(file)
  const numbers = Array.from(listWantedRecords(database), ({ number }) => number)
  closeDatabase(database)
  return numbers
}
