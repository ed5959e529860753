import type { UpdateLine } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { Series } from './series'
import { listLaterSeries, type NewerForProduct } from './succession'

/** A release of a product and the updates for it, of which the collection may have none. */
export interface ProductTrack {
  readonly series: Series
  readonly line?: UpdateLine
}

/** The update series of a product, oldest first. */
export interface ProductLines {
  readonly product: string
  readonly tracks: readonly ProductTrack[]
  /** What is newer than every series but the last. */
  readonly newer?: NewerForProduct
}

/** Lists the products that series files describe, each with its series in their order. A line described twice counts once. */
export function groupByProduct(all: readonly Series[], lines: readonly UpdateLine[]) {
  const lineOf = new Map(lines.map((line) => [line.name, line]))
  const distinct = new Map(all.toReversed().map((series) => [series.line, series]))
  return Array.from(
    groupBy([...distinct.values()].reverse(), ({ product }) => product),
    ([product, series]) => {
      const laterCounts = new Map(series.map(({ line }) => [line, listLaterSeries(line, series).length]))
      const ordered = series.toSorted((a, b) => (laterCounts.get(b.line) ?? 0) - (laterCounts.get(a.line) ?? 0))
      return { product, tracks: ordered.map((one): ProductTrack => ({ series: one, line: lineOf.get(one.line) })) }
    },
  )
}
