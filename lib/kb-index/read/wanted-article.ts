import { groupBy } from '@/lib/kb/articles/group-by'
import type { CitingGroup, WantedArticle } from '@/lib/kb/articles/wanted'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'
import { MAX_CITATIONS, rowToEntry, WANTED_COLUMNS, type WantedRow } from './wanted'

/** Gives everything that is known of a number that the collection lacks; of one that nobody cites, the number alone. */
export function getWanted(database: IndexDatabase, number: KbNumber): WantedArticle {
  const row = firstRow<WantedRow>(
    database,
    `SELECT ${WANTED_COLUMNS}, wanted.citationCount FROM wanted WHERE wanted.number = ?`,
    [number],
  )
  return row ? { ...rowToEntry(row), groups: listGroups(database, number) } : { number, citationCount: 0, groups: [] }
}

interface CitationRow extends SummaryRow {
  readonly context: string
  readonly productName?: string
  readonly productSlug?: string
}

/** Each article stands under one product: its group, or else the product with most articles. */
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
  const groups = [...groupBy(rows, ({ productSlug }) => productSlug).values()].map(toGroup)
  return groups.sort(
    (a, b) =>
      Number(!a.product) - Number(!b.product) ||
      b.citationCount - a.citationCount ||
      ((a.product?.name ?? '') < (b.product?.name ?? '') ? -1 : 1),
  )
}

function toGroup(rows: readonly CitationRow[]): CitingGroup {
  const [first] = rows
  const quotes = [...groupBy(rows, ({ context }) => context)].map(([context, sources]) => ({
    context,
    sources: sources.map(rowToSummary),
    sourceCount: sources.length,
  }))
  return {
    product: first?.productName && first.productSlug ? { name: first.productName, slug: first.productSlug } : undefined,
    citationCount: rows.length,
    quotes: quotes.sort((a, b) => b.sourceCount - a.sourceCount || b.context.length - a.context.length),
  }
}
