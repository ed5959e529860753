import type { CollectionSummary } from '@/lib/kb/articles/collection-summary'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { firstRow } from '@/lib/kb-index/file/rows'

/** Gives the figures of the collection, counted once for each version of the index. */
export const getCollectionSummary = perVersion((database: IndexDatabase): CollectionSummary => {
  const row = firstRow<CollectionSummary>(
    database,
    `SELECT count(*) AS articleCount, max(released) AS lastReleased, max(reviewed) AS lastReviewed,
       count(*) FILTER (WHERE state IN ('superseded', 'superseded-by-unknown')) AS replacedCount,
       (SELECT count(*) FROM wanted) AS missingCount
     FROM article`,
  )
  if (!row) throw new Error('The index did not count its articles.')
  return row
})
