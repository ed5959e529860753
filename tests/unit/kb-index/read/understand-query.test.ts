import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { manyFiles, openSampleIndex } from '@/tests/support/sample-index'

const FILES = {
  ...manyFiles(
    30,
    (place) =>
      `number: ${1000 + place}\ntitle: Mail ${place}\nproducts: [Exchange Server 2007]\nreviewed: 20${10 + place}-01-01\n\nThe blue screen shows a message. Attachments arrive.`,
  ),
  'code.md':
    'number: 2001\ntitle: The provider reports 0x80004005\nproducts: [Windows 95]\n\nError 0x80004005 in the provider.',
  'decimal.md': 'number: 2002\ntitle: The provider reports a number\n\nRun-time error -2147467259 (80004005) occurs.',
  'winmail.md': 'number: 2003\ntitle: Attachments arrive as winmail.dat\n\nThe file winmail.dat is empty.',
  'stop.md': 'number: 2004\ntitle: A bsod appears\n\nA bsod appears.',
  'gateway.md': 'number: 2006\ntitle: Service\nproducts: [Exchange 2007 Fax Gateway]\n\nEvent ID 4999 is logged.',
  'net.md': 'number: 2005\ntitle: Building with C# and .NET\n\nC# and .NET work.',
  'wide.md': 'number: 940006\ntitle: プリンターの設定 und Größe\n\nプリンターが見つかりません。',
}

test('questions are answered as a person would mean them', async (context) => {
  const index = await openSampleIndex(context, FILES)
  const search = (q: string, more: Record<string, string> = {}) =>
    searchArticles(index, parseSearchQuery({ q, ...more }))
  const numbersOf = async (q: string) => (await search(q)).items.map(({ article }) => article.number)

  await context.test('a number in groups is a number', async () => {
    for (const q of [
      'KB 940 006',
      '940 006',
      'q940,006',
      'kb 940.006',
      'hotfix KB 940 006 fails',
      '/940006',
      '/Q940006',
    ]) {
      assert.equal((await search(q)).exact?.number, 940006, q)
    }
    for (const q of ['3.501', '4 000 files', '1,024']) assert.equal((await search(q)).exact, undefined, q)
  })

  await context.test(
    'a number that nothing has leads to those that differ by a slip, and says who cites it',
    async () => {
      const { nearby = [], isCited, isNumberList } = await search('94006')
      assert.ok(nearby.some(({ number }) => number === 940006))
      assert.deepEqual([isCited, isNumberList], [false, undefined])
    },
  )

  await context.test('a number that no article has may be an event or an error', async () => {
    const { codes = [], missingNumber } = await search('4999')
    assert.deepEqual([codes.map(({ id }) => id), missingNumber], [['event-4999'], 4999])
    assert.equal((await suggestArticles(index, '4999')).signature?.id, 'event-4999')
    assert.equal((await search('940006')).codes, undefined)
  })

  await context.test('after product: the longest known name is the product', async () => {
    const { query, itemCount } = await search('product:exchange server 2007 attachments')
    assert.deepEqual([query.product, query.words, itemCount], ['exchange-server-2007', ['attachments'], 30])
    assert.equal((await search('product:exchange 2007')).itemCount, 31)
    const gateway = await search('product:exchange 2007 gateway')
    assert.deepEqual([gateway.query.productText, gateway.query.words], ['product:"exchange 2007"', ['gateway']])
  })

  await context.test('digits beside a product that begin no article number are a word', async () => {
    assert.deepEqual(await numbersOf('product:exchange 4999'), [2006])
    assert.equal((await search('product:exchange 4999')).missingNumber, undefined)
    assert.deepEqual(await numbersOf('product:exchange 1005'), [1005])
    assert.equal((await search('product:exchange KB4999')).missingNumber, 4999)
  })

  await context.test('a code finds its articles in every spelling', async () => {
    for (const q of ['0x80004005', '80004005', '-2147467259', 'error 0x80004005']) {
      assert.deepEqual((await numbersOf(q)).toSorted(), [2001, 2002], q)
    }
  })

  await context.test(
    'names of one thing are one list, and are said; typed in quotes or verbatim they are not',
    async () => {
      for (const q of ['bsod', 'blue screen']) assert.equal((await search(q)).itemCount, 31, q)
      assert.ok((await search('bsod')).alsoSearched.includes('blue screen'))
      assert.equal((await search('"bsod"')).itemCount, 1)
      const verbatim = await search('bsod', { verbatim: '1' })
      assert.deepEqual([verbatim.itemCount, verbatim.alsoSearched], [1, []])
    },
  )

  await context.test('words of another language leave the decision to those that are known', async () => {
    const { items, leftOut, alsoSearched, correctedText } = await search(
      'enviado desde Outlook llegan archivos winmail.dat vacíos',
    )
    assert.equal(items[0]?.article.number, 2003)
    assert.equal(correctedText, undefined)
    assert.deepEqual(leftOut, ['desde', 'Outlook', 'llegan'])
    for (const english of ['send', 'file', 'empty']) assert.ok(alsoSearched.includes(english), english)
  })

  await context.test('letters of any script are words, and so are names with signs', async () => {
    for (const q of ['プリンター', 'プリンタ', 'Größe', 'GRÖSSE größe', '"プリンターが"']) {
      assert.equal((await numbersOf(q))[0], 940006, q)
    }
    for (const q of ['C#', '.NET', '.net c#']) assert.deepEqual(await numbersOf(q), [2005], q)
  })

  await context.test('a product in the words is offered, and its articles come first', async () => {
    const { namedProducts, items } = await search('provider in windows 95')
    assert.deepEqual(
      namedProducts.map(({ slug }) => slug),
      ['windows-95'],
    )
    assert.equal(items[0]?.article.number, 2001)
  })

  await context.test('filters list everything that passes to the last page, in three orders', async () => {
    const list = async (sort: string) => {
      const pages = [1, 2].map((page) => search('', { product: 'exchange-server-2007', sort, page: String(page) }))
      return (await Promise.all(pages)).flatMap(({ items }) => items.map(({ article }) => Number(article.number)))
    }
    const numbers = Array.from({ length: 30 }, (_, place) => 1000 + place)
    assert.deepEqual(await list('number'), numbers)
    assert.deepEqual(await list('newest'), numbers.toReversed())
    assert.deepEqual(await list(''), numbers.toReversed())
    const beyond = await search('', { product: 'exchange-server-2007', page: '1000000000' })
    assert.deepEqual([beyond.items.length, beyond.pageCount], [0, 2])
  })

  await context.test('suggestions begin with the signature and products, and typing errors are repaired', async () => {
    const code = await suggestArticles(index, '0x80004005')
    assert.deepEqual([code.signature?.articleCount, code.articles[0]?.number], [2, 2001])
    assert.equal((await suggestArticles(index, 'exch')).products[0]?.slug, 'exchange-server-2007')
    const repaired = await suggestArticles(index, 'atachments arrive')
    assert.deepEqual([repaired.correctedText, repaired.articles[0]?.number], ['attachments arrive', 2003])
    for (const q of ['c#', '.net', 'プリ']) assert.equal((await suggestArticles(index, q)).articles.length, 1, q)
  })
})
