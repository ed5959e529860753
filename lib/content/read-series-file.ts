import { type Series, seriesFileSchema } from '@/lib/kb/updates/series'
import { isFileNamed, readCheckedFileSync } from './read-checked-file'

/** Tells whether a path is that of a file that describes the update series of a product. It may be anywhere below the content folder. */
export function isSeriesFile(path: string): boolean {
  return isFileNamed(path, 'series.yaml')
}

/** A series with the line of the file on which it begins, counted from 1. */
export interface SeriesInFile extends Series {
  readonly fileLine: number
}

/** Reads the series of the file at `path` below `contentDir`. Throws an `ArticleError` for a file that describes none. */
export function readSeriesFileSync(contentDir: string, path: string): SeriesInFile[] {
  const file = { schema: seriesFileSchema, name: 'series file', required: 'it needs product and series' }
  const { value, lineOf } = readCheckedFileSync(contentDir, path, file)
  const { product } = value
  return value.series.map((series, index) => ({ ...series, product, fileLine: lineOf(['series', index]) }))
}
