import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { parseArticle } from '@/lib/content/read-article'
import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SimilarArticles } from '@/lib/kb/search/search-engine'
import { parseSearchQuery, type SearchQuery, type SearchResults, type Suggestion } from '@/lib/kb/search/search-query'
import { extractFacts } from '@/scripts/index/extract-facts'
import { kbNumberOf } from './kb-number-of'

/** Front matter without its dashes, and a body below an empty line. */
const ARTICLES = {
  rollup4:
    'number: 940006\ntitle: Update Rollup 4 for the mail server\nkind: update-rollup\nproducts: [Mail Server]\nreleased: 2007-08\nsupersededBy: 941421\n\nThe server stops responding. Event ID 1023 in services.exe, code 0x80070643.',
  rollup5:
    'number: 941421\ntitle: Update Rollup 5 for the mail server\nkind: update-rollup\nproducts: [Mail Server]\nreleased: 2007-11\n\nInstall this update on each computer.',
  queue:
    'number: 930463\ntitle: Messages stay in the queue\nkind: problem\nproducts: [Mail Server, Web Server]\nreviewed: 2006-01-02\n\nEach message waits in a queue while the gateway restarts. The transport agent ignores the retry interval.',
  size: 'number: 94000\ntitle: Size of a database\nkind: how-to\nproducts: [Web Server]\nqueryWords: prodsearch\n\nMeasure with WS_EX_TRANSPARENT over TCP/IP and tool 5.5.2653.22.',
} as const

/** A collection with a search engine, called as production calls them: changed by its writer, searched as by pages. */
export interface SearchedCollection {
  change(change: { put?: readonly SearchableArticle[]; gone?: readonly KbNumber[] }): Promise<void>
  search(query: SearchQuery): Promise<SearchResults>
  suggest(text: string): Promise<readonly Suggestion[]>
  findSimilar(text: string, limit: number): Promise<SimilarArticles>
}

interface SearchableArticle {
  readonly article: Article
  readonly facts: ArticleFacts & IndexedFacts
}

/**
 * Tests what every search engine must do, however it works. `create` gives an empty collection, which is removed after the
 * test. The tests expect only rankings that nobody would dispute; how well an engine ranks is measured, not tested.
 */
export function testSearchEngine(name: string, create: (context: TestContext) => Promise<SearchedCollection>): void {
  const open = async (context: TestContext) => {
    const engine = await create(context)
    await engine.change({ put: Object.values(ARTICLES).map(toSearchable) })
    return engine
  }
  const find = async (engine: SearchedCollection, q: string, more: Record<string, string> = {}) =>
    engine.search(parseSearchQuery({ q, ...more }))
  const numbersOf = async (engine: SearchedCollection, q: string, more?: Record<string, string>) =>
    (await find(engine, q, more)).items.map(({ article }) => article.number)

  test(`${name}: who asks how finds instructions first, who has a fault finds faults first`, async (context) => {
    const engine = await create(context)
    const kinds = ['how-to', 'problem', 'how-to']
    const texts = kinds.map(
      (kind, place) => `number: ${950001 + place}\ntitle: Archive store\nkind: ${kind}\n\nCompacting.`,
    )
    await engine.change({ put: texts.map(toSearchable) })
    assert.deepEqual(await numbersOf(engine, 'how to compact the archive store'), [950001, 950003, 950002])
    assert.deepEqual(await numbersOf(engine, 'compact archive store never ends'), [950002, 950001, 950003])
    assert.deepEqual(await numbersOf(engine, 'archive store'), [950001, 950002, 950003])
  })

  test(`${name}: finds words of title, text, keywords and products, in any form and case`, async (context) => {
    const engine = await open(context)
    for (const [q, number] of [
      ['QUEUE', 930463],
      ['restarting gateways', 930463],
      ['prodsearch', 94000],
      ['measured database', 94000],
      ['rollup 5', 941421],
    ] as const) {
      assert.equal((await numbersOf(engine, q))[0], number, q)
    }
  })

  test(`${name}: finds identifiers whole and in parts`, async (context) => {
    const engine = await open(context)
    for (const [q, number] of [
      ['services.exe', 940006],
      ['0x80070643', 940006],
      ['WS_EX_TRANSPARENT', 94000],
      ['transparent', 94000],
      ['tcp/ip', 94000],
      ['5.5.2653.22', 94000],
      ['5.5.2653', 94000],
    ] as const) {
      assert.equal((await numbersOf(engine, q))[0], number, q)
    }
  })

  test(`${name}: a number gives its article in any spelling, then those that begin so`, async (context) => {
    const engine = await open(context)
    for (const q of ['940006', 'KB 940006', 'Q940006', 'http://support.microsoft.com/kb/940006/en-us']) {
      assert.equal((await find(engine, q)).exact?.number, 940006, q)
    }
    assert.deepEqual(await numbersOf(engine, '94'), [94000, 940006, 941421])
    assert.equal((await find(engine, 'Q156091')).missingNumber, 156091)
  })

  test(`${name}: a phrase must stand as it is, and what is excluded must not`, async (context) => {
    const engine = await open(context)
    assert.deepEqual(await numbersOf(engine, '"stay in the queue"'), [930463])
    assert.deepEqual(await numbersOf(engine, '"rollup 4" mail'), [940006])
    assert.deepEqual(await numbersOf(engine, 'update -responding'), [941421])
  })

  test(`${name}: every article that has a phrase is a hit, however little of its words it has otherwise`, async (context) => {
    const engine = await create(context)
    const say = (number: number, text: string) => toSearchable(`number: ${number}\ntitle: A note\n\n${text}`)
    const often = Array.from({ length: 70 }, (_, place) =>
      say(3000 + place, 'Tell us when you start. When you stop, you wait.'),
    )
    const inOtherWords = [say(4000, "Tell us when you'll start."), say(4001, `when you ${'leave '.repeat(300)}`)]
    await engine.change({ put: [...often, ...inOtherWords] })
    const { itemCount, isPartialMatch } = await find(engine, '"when you"')
    assert.deepEqual([itemCount, isPartialMatch], [72, false])
  })

  test(`${name}: typing errors are repaired and said, unless the reader wants his own words`, async (context) => {
    const engine = await open(context)
    // A word is taken as known when several articles have it.
    const calendars = Array.from({ length: 8 }, (_, place) =>
      toSearchable(`number: ${1000 + place}\ntitle: Calendar ${place}\n\nAppointments are recurring here.`),
    )
    await engine.change({ put: calendars })
    const repaired = await find(engine, 'recurring apointments')
    assert.equal(repaired.correctedText, 'recurring appointments')
    assert.equal(repaired.itemCount, 8)
    const verbatim = await find(engine, 'apointments', { verbatim: '1' })
    assert.deepEqual([verbatim.correctedText, verbatim.itemCount], [undefined, 0])
  })

  test(`${name}: filters narrow, and facets count what each choice would leave`, async (context) => {
    const engine = await open(context)
    const { facets, itemCount } = await find(engine, 'mail server')
    assert.ok(itemCount >= 3)
    for (const [name, choices] of [
      ['product', facets.products],
      ['kind', facets.kinds],
      ['state', facets.states],
      ['year', facets.years],
    ] as const) {
      assert.ok(choices.length > 0, name)
      for (const { value, count } of choices) {
        assert.equal((await find(engine, 'mail server', { [name]: value })).itemCount, count, `${name} ${value}`)
      }
    }
  })

  test(`${name}: equal hits come in number order, and pages follow without gap or repetition`, async (context) => {
    const engine = await create(context)
    const numbers = Array.from({ length: 45 }, (_, place) => 2000 + place)
    const same = numbers.map((number) => toSearchable(`number: ${number}\ntitle: Same\n\nneedle`))
    await engine.change({ put: same.reverse() })
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => find(engine, 'needle', { page })))
    assert.deepEqual(
      pages.flatMap(({ items }) => items.map(({ article }) => article.number)),
      numbers,
    )
    assert.deepEqual(new Set(pages.map(({ itemCount }) => itemCount)), new Set([45]))
  })

  test(`${name}: a changed article is found by what it says now, a deleted one no longer`, async (context) => {
    const engine = await open(context)
    await engine.change({ put: [toSearchable(ARTICLES.queue.replaceAll('queue', 'backlog'))] })
    assert.deepEqual(await numbersOf(engine, 'backlog'), [930463])
    assert.equal((await find(engine, 'queue', { verbatim: '1' })).itemCount, 0)
    await engine.change({ gone: [kbNumberOf(930463), kbNumberOf(77)] })
    assert.equal((await find(engine, 'backlog', { verbatim: '1' })).itemCount, 0)
    assert.equal((await find(engine, '930463')).exact, undefined)
    assert.deepEqual(await engine.suggest('messages'), [])
  })

  test(`${name}: changes leave what a new engine with the same articles would have`, async (context) => {
    const changed = await open(context)
    await changed.change({ gone: [kbNumberOf(94000)] })
    const rollup5 = ARTICLES.rollup5.replace('computer', 'gateway')
    await changed.change({ put: [rollup5, ARTICLES.size].map(toSearchable) })
    const fresh = await create(context)
    await fresh.change({ put: [ARTICLES.rollup4, rollup5, ARTICLES.queue, ARTICLES.size].map(toSearchable) })
    for (const q of ['gateway', 'mail server update', 'size queue rollup', '94', '"update rollup"']) {
      assert.deepEqual(await find(changed, q), await find(fresh, q), q)
    }
  })

  test(`${name}: suggestions fit the beginning of the last word, its middle where nothing else does, and numbers`, async (context) => {
    const engine = await open(context)
    const suggest = async (text: string) => (await engine.suggest(text)).map(({ number }) => number)
    assert.deepEqual(await suggest('update ro'), [940006, 941421])
    assert.deepEqual(await suggest('size'), [94000])
    assert.deepEqual(await suggest('atabas'), [94000])
    assert.deepEqual(await suggest('9414'), [941421])
    assert.deepEqual(await suggest(''), [])
  })

  test(`${name}: a long text finds what it resembles`, async (context) => {
    const engine = await open(context)
    const text = `Monday, 10:15, server MX1\n${'the and of '.repeat(500)}\nthe transport agent ignored a retry interval, gateway restarted`
    const { terms, articles } = await engine.findSimilar(text, 5)
    assert.equal(articles[0]?.number, 930463)
    for (const { coverage, matchedTerms } of articles) {
      assert.ok(coverage > 0 && coverage < 1.001, `${coverage}`)
      assert.deepEqual(
        matchedTerms,
        terms.filter((term) => matchedTerms.includes(term)),
      )
    }
    assert.deepEqual(await engine.findSimilar('', 5), { terms: [], articles: [] })
  })

  test(`${name}: nothing that is typed is a fault`, async (context) => {
    const engine = await open(context)
    for (const text of [
      '',
      '"',
      '-',
      'NOT',
      'a* b* c*',
      '('.repeat(500),
      '\0',
      '\ud800',
      'the '.repeat(3000),
      '-a -b',
      '"-"',
    ]) {
      for (const q of [text, `queue ${text}`]) {
        const { itemCount, items } = await find(engine, q)
        assert.ok(itemCount >= items.length, q.slice(0, 20))
        assert.ok((await engine.suggest(q)).length <= 8)
        assert.ok((await engine.findSimilar(q, 3)).articles.length <= 3)
      }
    }
  })
}

function toSearchable(text: string): SearchableArticle {
  const [yaml = '', ...body] = text.split('\n\n')
  const number = /number: (\d+)/.exec(yaml)?.[1]
  const article = parseArticle(`---\n${yaml.trim()}\n---\n\n${body.join('\n\n')}`, `${number}.md`)
  return { article, facts: extractFacts(article) }
}
