import type { ArticleSummary, PageOf, ProductSummary } from '@/lib/kb/articles/article'
import type { Atlas, AtlasRow, NumberRange } from '@/lib/kb/articles/atlas'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows, countRows } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** More rows would be names that few readers know. */
const MAX_ROWS = 24
/** More columns would not fit on a page. */
const MAX_YEARS = 40
const ARTICLES_PER_PAGE = 50
/** A range has this many numbers, or ten or a hundred times as many if there are more than `MAX_RANGES` of them. */
const SMALLEST_RANGE = 1000
const MAX_RANGES = 60
const YEAR = 'CAST(substr(coalesce(reviewed, released), 1, 4) AS INTEGER)'

/** Gives the shape of the collection, counted once for each version of the index. */
export const getAtlas = perVersion((database: IndexDatabase): Atlas => {
  const byYear = allRows<{ year: number; count: number }>(
    database,
    `SELECT ${YEAR} AS year, count(*) AS count FROM article WHERE coalesce(reviewed, released) IS NOT NULL
     GROUP BY 1 ORDER BY 1 DESC LIMIT ?`,
    [MAX_YEARS],
  ).reverse()
  const years = byYear.map(({ year }) => year)
  return {
    years,
    totals: byYear.map(({ count }) => count),
    rows: listRows(database, years),
    undatedCount: countRows(
      database,
      'SELECT count(*) AS count FROM article WHERE coalesce(reviewed, released) IS NULL',
    ),
    kinds: allRows(
      database,
      'SELECT kind, count(*) AS count FROM article WHERE kind IS NOT NULL GROUP BY kind ORDER BY count DESC, kind',
    ),
    ranges: listRanges(database),
  }
})

/** Gives a page of the articles in the range of numbers that a URL names, or `undefined` if the atlas has no such range. */
export function getNumberRange(
  database: IndexDatabase,
  name: string,
  page: number,
): { readonly range: NumberRange; readonly articles: PageOf<ArticleSummary> } | undefined {
  const range = findRange(database, name)
  if (!range) return undefined
  const articles = pageOf(range.count, { page, size: ARTICLES_PER_PAGE }, ({ limit, offset }) =>
    allRows<SummaryRow>(
      database,
      `SELECT ${SUMMARY_COLUMNS} FROM article WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ? OFFSET ?`,
      [range.from, range.to, limit, offset],
    ).map(rowToSummary),
  )
  return { range, articles }
}

/** Tells whether a range of the atlas begins with the number that a URL names. */
export function hasNumberRange(database: IndexDatabase, name: string): boolean {
  return findRange(database, name) !== undefined
}

function findRange(database: IndexDatabase, name: string): NumberRange | undefined {
  return getAtlas(database).ranges.find(({ from }) => String(from) === name)
}

function listRows(database: IndexDatabase, years: readonly number[]): AtlasRow[] {
  const families = allRows<ProductSummary & { id: number }>(
    database,
    `SELECT id, name, slug, articleCount FROM family WHERE wholeId IS NULL ORDER BY articleCount DESC, name LIMIT ?`,
    [MAX_ROWS],
  )
  const cells = allRows<{ family: number; year: number; count: number }>(
    database,
    `SELECT familyProduct.familyId AS family, ${YEAR} AS year, count(DISTINCT article.number) AS count
     FROM familyProduct CROSS JOIN articleProduct ON articleProduct.productId = familyProduct.productId
     JOIN article ON article.number = articleProduct.number
     WHERE familyProduct.familyId IN (SELECT value FROM json_each(?)) AND coalesce(reviewed, released) IS NOT NULL
     GROUP BY 1, 2`,
    [JSON.stringify(families.map(({ id }) => id))],
  )
  const cellsOf = groupBy(cells, ({ family }) => family)
  return families.map(({ id, ...product }) => {
    const byYear = new Map(cellsOf.get(id)?.map(({ year, count }) => [year, count]))
    return { product, counts: years.map((year) => byYear.get(year) ?? 0) }
  })
}

/** Articles without a KB number have no range. */
function listRanges(database: IndexDatabase): NumberRange[] {
  const list = (size: number) =>
    allRows<{ start: number; count: number }>(
      database,
      'SELECT number / CAST(? AS INTEGER) AS start, count(*) AS count FROM article WHERE number > 0 GROUP BY 1 ORDER BY 1 LIMIT ?',
      [size, MAX_RANGES + 1],
    ).map(({ start, count }) => ({ from: start * size, to: (start + 1) * size - 1, count }))
  const sizes = [1, 10, 100, 1000].map((factor) => factor * SMALLEST_RANGE)
  return sizes.map(list).find((ranges) => ranges.length <= MAX_RANGES) ?? []
}
