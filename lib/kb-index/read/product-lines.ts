import { groupByProduct, type ProductLines } from '@/lib/kb/updates/product-lines'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { firstRow } from '@/lib/kb-index/file/rows'
import { getUpdateLine } from './relations'
import { getNewerForProduct, listStatedSeries } from './series'

/** Lists the products that series files describe, with their updates; read once for each version of the index. */
export const listProductLines = perVersion((database: IndexDatabase): ProductLines[] => {
  const all = listStatedSeries(database)
  const lines = all.flatMap(({ line }) => {
    const sql = 'SELECT lineSlug FROM article WHERE line = ? AND lineSlug IS NOT NULL LIMIT 1'
    const slug = firstRow<{ lineSlug: string }>(database, sql, [line])?.lineSlug
    return (slug !== undefined && getUpdateLine(database, slug)) || []
  })
  return groupByProduct(all, lines).map(({ product, tracks }) => {
    const [first] = tracks
    return { product, tracks, newer: first && getNewerForProduct(database, first.series.line) }
  })
})
