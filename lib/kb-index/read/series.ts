import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Series } from '@/lib/kb/updates/series'
import { listLaterSeries, type NewerForProduct, type StatedSeries } from '@/lib/kb/updates/succession'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

interface SeriesRow extends Omit<StatedSeries, 'release'> {
  readonly releaseName: string
  readonly releaseArticle?: KbNumber
  readonly releaseDate?: string
  readonly releaseBuild?: string
}

/** Lists every update series that a series file describes, in the order of the files. A line described twice is there twice. */
export function listStatedSeries(database: IndexDatabase): StatedSeries[] {
  return allRows<SeriesRow>(database, 'SELECT * FROM series ORDER BY path, fileLine').map(
    ({ releaseName, releaseArticle, releaseDate, releaseBuild, ...series }) => ({
      ...series,
      release: { name: releaseName, article: releaseArticle, released: releaseDate, build: releaseBuild },
    }),
  )
}

/** Gives what a series file says of a line, or `undefined`. */
export function getSeries(database: IndexDatabase, line: string): Series | undefined {
  const stated = listStatedSeries(database).find((series) => series.line === line)
  if (!stated) return undefined
  const { path: _path, fileLine: _line, ...series } = stated
  return series
}

/** Gives what is newer for the product than a line of updates, or `undefined` if no later series is known. */
export function getNewerForProduct(database: IndexDatabase, line: string): NewerForProduct | undefined {
  const last = listLaterSeries(line, listStatedSeries(database)).at(-1)
  if (!last) return undefined
  const { product, shortName, release } = last
  return { product, line: last.line, shortName, release, update: getNewestUpdate(database, last.line) }
}

/** Gives the newest update of a line that was not withdrawn. */
function getNewestUpdate(database: IndexDatabase, line: string) {
  const row = firstRow<SummaryRow>(
    database,
    `SELECT ${SUMMARY_COLUMNS} FROM article WHERE line = ? AND state IN ('latest', 'last-of-line') LIMIT 1`,
    [line],
  )
  return row && rowToSummary(row)
}
