import type { ProductSummary } from '@/lib/kb/articles/article'
import {
  type CitingQuote,
  WANTED_PER_PAGE,
  type WantedEntry,
  type WantedList,
  type WantedRecord,
} from '@/lib/kb/articles/wanted'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { allRows, countRows } from '@/lib/kb-index/file/rows'
import { getSummary } from './summaries'

/** How many sentences the list quotes of each. */
const QUOTES_PER_ENTRY = 2
/** How many a program gets; what is cited less is of little use to whoever looks for what is missing. */
export const MAX_WANTED_RECORDS = 10_000
/** How many citations of one number are looked at; the archive's most wanted article is cited by 924. */
export const MAX_CITATIONS = 2000

/** What a `WantedRow` has beside its number of citations. */
export const WANTED_COLUMNS = 'wanted.number, wanted.title, wanted.firstCited, wanted.lastCited'
const RANKED = {
  all: 'FROM wanted ORDER BY citationCount DESC, number',
  ofProduct: `FROM wantedProduct JOIN wanted ON wanted.number = wantedProduct.number
    WHERE wantedProduct.productId = :product ORDER BY wantedProduct.citationCount DESC, wanted.number`,
} as const

export interface WantedRow {
  readonly number: KbNumber
  readonly title?: string
  readonly citationCount: number
  readonly firstCited?: string
  readonly lastCited?: string
}

/** Gives a page of what the collection lacks, the most cited first. A product of which nothing cites any is left out. */
export function listWanted(
  database: IndexDatabase,
  { product: slug, page }: { product?: string; page: number },
): WantedList {
  const products = listCitingProducts(database)
  const product = products.find((candidate) => candidate.slug === slug)
  const itemCount = product?.articleCount ?? countRows(database, 'SELECT count(*) AS count FROM wanted')
  const entries = pageOf(itemCount, { page, size: WANTED_PER_PAGE }, (part) =>
    listRows(database, product?.id, part).map((row) => ({
      ...rowToEntry(row),
      quotes: listQuotes(database, row.number, product?.id),
    })),
  )
  return { ...entries, product, products }
}

/**
 * Lists what the collection lacks with all that cites it, the most cited first, at most `MAX_WANTED_RECORDS`; of a product
 * whose articles cite nothing that is wanted, none.
 */
export function listWantedRecords(database: IndexDatabase, slug?: string): WantedRecord[] {
  const product = listCitingProducts(database).find((known) => known.slug === slug)
  if (slug !== undefined && !product) return []
  return listRows(database, product?.id, { limit: MAX_WANTED_RECORDS, offset: 0 }).map((row) => {
    const citations = allRows<{ source: KbNumber; context: string }>(
      database,
      'SELECT source, context FROM link WHERE target = ? ORDER BY source, fileLine LIMIT ?',
      [row.number, MAX_CITATIONS],
    )
    return {
      ...rowToEntry(row),
      quote: mainSentence(citations.map(({ context }) => context)),
      citedBy: [...new Set(citations.map(({ source }) => source))],
    }
  })
}

function listCitingProducts(database: IndexDatabase): (ProductSummary & { readonly id: number })[] {
  return allRows(
    database,
    `SELECT product.id, product.name, product.slug, count(*) AS articleCount
     FROM wantedProduct JOIN product ON product.id = wantedProduct.productId
     GROUP BY product.id ORDER BY product.name LIMIT 500`,
  )
}

function listRows(
  database: IndexDatabase,
  product: number | undefined,
  { limit, offset }: { limit: number; offset: number },
): WantedRow[] {
  return product === undefined
    ? allRows(database, `SELECT ${WANTED_COLUMNS}, citationCount ${RANKED.all} LIMIT :limit OFFSET :offset`, {
        limit,
        offset,
      })
    : allRows(
        database,
        `SELECT ${WANTED_COLUMNS}, wantedProduct.citationCount ${RANKED.ofProduct} LIMIT :limit OFFSET :offset`,
        { product, limit, offset },
      )
}

/** Gives what a row holds; sentences are added by the caller. */
export function rowToEntry({
  number,
  title,
  citationCount,
  firstCited,
  lastCited,
}: WantedRow): Omit<WantedEntry, 'quotes'> {
  return {
    number,
    title: title,
    citationCount,
    firstCited: firstCited,
    lastCited: lastCited,
  }
}

/** The sentences that most articles have; of those that one has alone, the longest say most. */
function listQuotes(database: IndexDatabase, number: KbNumber, product: number | undefined): CitingQuote[] {
  const rows = allRows<{ context: string; sourceCount: number; source: KbNumber }>(
    database,
    `SELECT context, count(DISTINCT source) AS sourceCount, min(source) AS source FROM link
     WHERE target = :number AND (:product IS NULL
       OR EXISTS (SELECT 1 FROM articleProduct WHERE productId = :product AND articleProduct.number = source))
     GROUP BY context ORDER BY count(DISTINCT source) DESC, length(context) DESC, min(source) LIMIT :limit`,
    { number, product, limit: QUOTES_PER_ENTRY },
  )
  return rows.map(({ context, sourceCount, source }) => {
    const summary = getSummary(database, source)
    return { context, sourceCount, sources: summary ? [summary] : [] }
  })
}

function mainSentence(sentences: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  const ranked = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || b.length - a.length)
  return ranked[0]?.[0]
}
