import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { listProductIdsWithWords } from '@/lib/kb-index/search/product-filter'

/** A part of a collection: its articles, and the files below the content folder that it needs. */
export interface CollectionPart {
  readonly numbers: readonly KbNumber[]
  readonly paths: readonly string[]
}

/** What the articles of a part cite. */
const CITED = 'SELECT target AS number FROM link JOIN article ON article.number = link.target WHERE source IN part'
/**
 * Without these an article of the part would seem newer than it is: what replaces or fixes it, what states so, and the other
 * updates of its series and of all series of the same product.
 */
const NEEDED = [
  'SELECT supersededBy AS number FROM article WHERE number IN part AND supersededBy IS NOT NULL',
  'SELECT currentArticle AS number FROM article WHERE number IN part AND currentArticle IS NOT NULL',
  `SELECT statedBy AS number FROM statement WHERE kind IN ('replaces', 'fixes') AND object IN part`,
  `SELECT subject AS number FROM statement WHERE kind IN ('replaces', 'fixes') AND object IN part AND subject IS NOT NULL`,
  `SELECT number FROM article WHERE lineSlug IN (SELECT lineSlug FROM article WHERE number IN part AND lineSlug IS NOT NULL)`,
  `SELECT number FROM article WHERE line IN (SELECT line FROM series WHERE product IN (
     SELECT product FROM series WHERE line IN (SELECT line FROM article WHERE number IN part)))`,
  `SELECT releaseArticle AS number FROM series WHERE releaseArticle IS NOT NULL
   AND line IN (SELECT line FROM article WHERE number IN part)`,
]

/**
 * Gives the articles of a product, those that they cite in at most `steps` steps, and whatever is needed to say of each of these
 * what the whole collection says about newer ones. `product` is a slug or some of its words, such as `exchange`: a part that has
 * more articles lacks less.
 */
export function listPart(database: IndexDatabase, product: string, steps: number): CollectionPart {
  const products = JSON.stringify(listProductIdsWithWords(database, product))
  const sql = `SELECT DISTINCT number FROM articleProduct WHERE productId IN (SELECT value FROM json_each(?)) ORDER BY number`
  let numbers = new Set(allRows<{ number: KbNumber }>(database, sql, [products]).map(({ number }) => number))
  for (let step = 0; step < steps; step++) numbers = withOthers(database, numbers, [CITED])
  for (let size = -1; size !== numbers.size; ) {
    size = numbers.size
    numbers = withOthers(database, numbers, NEEDED)
  }
  return { numbers: [...numbers].sort((a, b) => a - b), paths: listPaths(database, numbers) }
}

function withOthers(database: IndexDatabase, part: ReadonlySet<KbNumber>, queries: readonly string[]): Set<KbNumber> {
  const sql = `WITH part AS MATERIALIZED (SELECT value AS number FROM json_each(?))
    SELECT number FROM article WHERE number IN (${queries.join(' UNION ')})`
  const rows = allRows<{ number: KbNumber }>(database, sql.replaceAll('IN part', 'IN (SELECT number FROM part)'), [
    JSON.stringify([...part]),
  ])
  return new Set([...part, ...rows.map(({ number }) => number)])
}

/** The files of the articles and of their pictures, and those that are not about one article. */
function listPaths(database: IndexDatabase, part: ReadonlySet<KbNumber>): string[] {
  const rows = allRows<{ path: string }>(
    database,
    `WITH part AS MATERIALIZED (SELECT value AS number FROM json_each(?))
     SELECT path FROM article WHERE number IN (SELECT number FROM part)
     UNION SELECT path FROM picture WHERE path IS NOT NULL AND (number = 0 OR number IN (SELECT number FROM part))
     UNION SELECT path FROM file WHERE number IS NULL AND (path LIKE '%series.yaml' OR path LIKE '%site.yaml')
     ORDER BY path`,
    [JSON.stringify([...part])],
  )
  return rows.map(({ path }) => path)
}
