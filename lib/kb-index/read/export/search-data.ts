import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from '@/lib/kb-index/read/summaries'
import { expandText } from '@/lib/kb-index/search/documents/search-document'
import { readFacets } from '@/lib/kb-index/search/facets/read-facets'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'

/** Reads what every search of the collection needs. Lists by ordinal have a place for each ordinal. */
export function readSearchedCollection(database: IndexDatabase) {
  const index = searchIndexOf(database)
  const numbers = index.numbersOf(Array.from({ length: index.capacity }, (_, ordinal) => ordinal))
  const ordinals = new Map(numbers.map((number, ordinal) => [number, ordinal]))
  return {
    numbers,
    citations: readCitations(database, index.capacity),
    firstWords: [...index.firstWords],
    wordOrdinals: [...index.wordOrdinals],
    newest: index.orderOf('newest'),
    aliases: listAliases(database),
    missing: allRows<{ number: number }>(database, 'SELECT number FROM wanted ORDER BY number').map(
      ({ number }) => number,
    ),
    facets: readFacets(database, index.capacity, (number) => ordinals.get(number) ?? index.capacity),
  }
}

/** Lists the slugs that a product filter may name: groups, families, versions and single names. */
export function listProductSlugs(database: IndexDatabase): string[] {
  return allRows<{ slug: string }>(
    database,
    'SELECT slug FROM product WHERE slug IS NOT NULL AND articleCount > 0 UNION SELECT slug FROM family ORDER BY slug',
  ).map(({ slug }) => slug)
}

/** Lists every term with its posting list as it is stored. */
export function listStoredPostings(database: IndexDatabase) {
  return allRows<{ term: string; articleCount: number; articles: ArrayBuffer }>(
    database,
    'SELECT term, articleCount, articles FROM posting WHERE articleCount > 0 ORDER BY term',
  )
}

/** Lists every word with the pieces of its list of positions as they are stored. */
export function listStoredPositions(database: IndexDatabase) {
  return allRows<{ word: string; first: number; positions: ArrayBuffer }>(
    database,
    'SELECT word, first, positions FROM wordPosition ORDER BY word, first',
  )
}

/** An article as a search shows it, with its ordinal. */
interface ShownArticle {
  readonly ordinal: number
  readonly article: ArticleSummary
  /** The first update that fixes the problem, if one is known. */
  readonly fixedIn?: KbNumber
  /** Its first sentences. */
  readonly description: string
  readonly text: string
}

/** Lists the articles with the ordinals from `start` up to `end`. */
export function listShownArticles(database: IndexDatabase, start: number, end: number): ShownArticle[] {
  const rows = allRows<SummaryRow & { ordinal: number; fixedIn?: KbNumber; description: string; body: ArrayBuffer }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.description, articleText.ordinal, articleText.body,
       (SELECT subject FROM statement JOIN article AS fixing ON fixing.number = subject
        WHERE statement.kind = 'fixes' AND object = article.number
        ORDER BY fixing.released IS NULL, fixing.released, subject LIMIT 1) AS fixedIn
     FROM article JOIN articleText ON articleText.number = article.number
     WHERE articleText.ordinal >= ? AND articleText.ordinal < ? ORDER BY articleText.ordinal`,
    [start, end],
  )
  return rows.map(({ ordinal, fixedIn, description, body, ...row }) => {
    return { ordinal, article: rowToSummary(row), fixedIn, description, text: expandText(new Uint8Array(body)) }
  })
}

function readCitations(database: IndexDatabase, capacity: number): number[] {
  const citations = new Array<number>(capacity).fill(0)
  const rows = allRows<{ ordinal: number; count: number }>(
    database,
    `SELECT ordinal, count(DISTINCT source) AS count FROM link JOIN articleText ON articleText.number = link.target
     GROUP BY ordinal`,
  )
  for (const { ordinal, count } of rows) citations[ordinal] = count
  return citations
}

function listAliases(database: IndexDatabase): (readonly [alias: number, number: number])[] {
  const rows = allRows<{ alias: number; number: number }>(
    database,
    'SELECT alias, min(number) AS number FROM alias GROUP BY alias ORDER BY alias',
  )
  return rows.map(({ alias, number }) => [alias, number])
}
