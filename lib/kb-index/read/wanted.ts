import type { ProductSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import {
  type CitingGroup,
  type CitingQuote,
  WANTED_PER_PAGE,
  type WantedArticle,
  type WantedEntry,
  type WantedList,
  type WantedRecord,
} from '@/lib/kb/articles/wanted'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** The list quotes at most this many sentences for each number. */
const QUOTES_PER_ENTRY = 2
/** A program gets at most this many numbers; those that are cited less would be of little use to anyone. */
export const MAX_WANTED_RECORDS = 10_000
/** At most this many citations of one number are read; the archive's most wanted article is cited by 924. */
const MAX_CITATIONS = 2000

type WantedRow = Omit<WantedEntry, 'quotes'>

/** Gives a page of the wanted articles, the most cited first; a product whose articles cite none of them is ignored. */
export function listWanted(
  database: IndexDatabase,
  { product: slug, page }: { product?: string; page: number },
): WantedList {
  const products = listCitingProducts(database)
  const product = products.find((candidate) => candidate.slug === slug)
  const itemCount = product?.articleCount ?? countRows(database, 'SELECT count(*) AS count FROM wanted')
  const entries = pageOf(itemCount, { page, size: WANTED_PER_PAGE }, (part) =>
    listRows(database, product?.id, part).map((row) => ({
      ...row,
      quotes: listQuotes(database, row.number, product?.id),
    })),
  )
  return { ...entries, product, products }
}

/** Lists the wanted articles with everything that cites them, the most cited first. Each is read when it is taken. */
export function* listWantedRecords(database: IndexDatabase, slug?: string): Generator<WantedRecord> {
  const product = listCitingProducts(database).find((known) => known.slug === slug)
  if (slug !== undefined && !product) return
  for (const row of listRows(database, product?.id, { limit: MAX_WANTED_RECORDS, offset: 0 })) {
    const citations = allRows<{ source: KbNumber; context: string }>(
      database,
      'SELECT source, context FROM link WHERE target = ? ORDER BY source, fileLine LIMIT ?',
      [row.number, MAX_CITATIONS],
    )
    yield {
      ...row,
      quote: chooseSentence(citations.map(({ context }) => context)),
      citedBy: [...new Set(citations.map(({ source }) => source))],
    }
  }
}

/** Tells whether articles cite a number that the collection lacks. */
export function isWanted(database: IndexDatabase, number: KbNumber): boolean {
  return firstRow(database, 'SELECT 1 FROM wanted WHERE number = ?', [number]) !== undefined
}

/** Gives what is known about a number that the collection lacks; if no article cites it, only the number. */
export function getWantedArticle(database: IndexDatabase, number: KbNumber): WantedArticle {
  const row = firstRow<WantedRow>(database, `SELECT ${columns('wanted')} FROM wanted WHERE number = ?`, [number])
  return row ? { ...row, groups: listGroups(database, number) } : { number, citationCount: 0, groups: [] }
}

/** The columns of a `WantedRow`, with the citations counted in `counted`. */
function columns(counted: 'wanted' | 'wantedProduct'): string {
  return `wanted.number, wanted.title, ${counted}.citationCount, wanted.firstCited, wanted.lastCited`
}

/** They are counted among all citations, so that it is done once for each version of the index. */
const listCitingProducts = perVersion((database): readonly (ProductSummary & { readonly id: number })[] =>
  allRows(
    database,
    `SELECT product.id, coalesce(product.shownAs, product.name) AS name, product.slug, count(*) AS articleCount
     FROM wantedProduct JOIN product ON product.id = wantedProduct.productId AND NOT product.isHidden
     GROUP BY product.id ORDER BY 2 LIMIT 500`,
  ),
)

function listRows(
  database: IndexDatabase,
  product: number | undefined,
  { limit, offset }: { limit: number; offset: number },
): WantedRow[] {
  if (product === undefined) {
    const sql = `SELECT ${columns('wanted')} FROM wanted ORDER BY citationCount DESC, number LIMIT ? OFFSET ?`
    return allRows(database, sql, [limit, offset])
  }
  return allRows(
    database,
    `SELECT ${columns('wantedProduct')} FROM wantedProduct JOIN wanted ON wanted.number = wantedProduct.number
     WHERE wantedProduct.productId = ? ORDER BY wantedProduct.citationCount DESC, wanted.number LIMIT ? OFFSET ?`,
    [product, limit, offset],
  )
}

/** The sentences that most articles share; of those that only one has, the longest, which say most. */
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

function chooseSentence(sentences: readonly string[]): string | undefined {
  const groups = [...groupBy(sentences, (sentence) => sentence).values()]
  const ranked = groups.sort((a, b) => b.length - a.length || b[0].length - a[0].length)
  return ranked[0]?.[0]
}

interface CitationRow extends SummaryRow {
  readonly context: string
  readonly productName?: string
  readonly productSlug?: string
}

/** Each article counts for one product: its group, or else the product with most articles. */
function listGroups(database: IndexDatabase, number: KbNumber): CitingGroup[] {
  const rows = allRows<CitationRow>(
    database,
    // SQLite takes the bare column from the row of the minimum: the first link of each article.
    `SELECT ${SUMMARY_COLUMNS}, link.context, min(link.fileLine), product.name AS productName, product.slug AS productSlug
     FROM link JOIN article ON article.number = link.source
     LEFT JOIN product ON product.id = (
       SELECT known.id FROM articleProduct JOIN product AS known ON known.id = articleProduct.productId
       WHERE articleProduct.number = link.source AND (known.isGroup OR NOT known.isInGroup)
       ORDER BY known.isGroup DESC, known.articleCount DESC, known.name LIMIT 1)
     WHERE link.target = ? GROUP BY link.source ORDER BY link.source LIMIT ?`,
    [number, MAX_CITATIONS],
  )
  const groups = Array.from(groupBy(rows, ({ productSlug }) => productSlug).values(), toGroup)
  return groups.sort(
    (a, b) =>
      Number(!a.product) - Number(!b.product) ||
      b.citationCount - a.citationCount ||
      ((a.product?.name ?? '') < (b.product?.name ?? '') ? -1 : 1),
  )
}

function toGroup(rows: readonly [CitationRow, ...CitationRow[]]): CitingGroup {
  const [{ productName: name, productSlug: slug }] = rows
  const quotes = Array.from(
    groupBy(rows, ({ context }) => context),
    ([context, sources]) => ({
      context,
      sources: sources.map(rowToSummary),
      sourceCount: sources.length,
    }),
  )
  return {
    product: name && slug ? { name, slug } : undefined,
    citationCount: rows.length,
    quotes: quotes.sort((a, b) => b.sourceCount - a.sourceCount || b.context.length - a.context.length),
  }
}
