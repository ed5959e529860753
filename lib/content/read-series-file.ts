import { type Series, seriesFileSchema } from '@/lib/kb/updates/series'
import { parseCheckedYaml } from './checked-yaml'
import { decodeContent } from './read-article'
import { readBytesSync } from './read-bytes'

/** The name of a file that describes the update series of a product. It may be anywhere below the content folder. */
export const SERIES_FILE_NAME = 'series.yaml'

/** Tells whether a path below the content folder is that of a series file. */
export function isSeriesFile(path: string): boolean {
  return path.split('/').at(-1) === SERIES_FILE_NAME
}

/** A series with the line of the file on which it begins, counted from 1. */
export interface SeriesInFile extends Series {
  readonly fileLine: number
}

/** Reads the series of the file at `path` below `contentDir`. Throws an `ArticleError` for a file that describes none. */
export function readSeriesFileSync(contentDir: string, path: string): SeriesInFile[] {
  const text = decodeContent(readBytesSync(contentDir, path), path)
  const { value, lineOf } = parseCheckedYaml(text, seriesFileSchema, {
    file: path,
    firstLine: 1,
    name: 'series file',
    required: 'it needs product and series',
  })
  return value.series.map((series, index) => ({
    ...series,
    product: value.product,
    fileLine: lineOf(['series', index]),
  }))
}
