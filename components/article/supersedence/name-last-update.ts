import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { Series } from '@/lib/kb/updates/series'

/** `Last rollup for SP1`: the newest update of a series that a later one follows. */
export function nameLastUpdate({ kind }: ArticleSummary, series: Series | undefined): string {
  return `Last ${kind === 'update-rollup' ? 'rollup' : 'update'} ${series ? `for ${series.shortName}` : 'in its series'}`
}
