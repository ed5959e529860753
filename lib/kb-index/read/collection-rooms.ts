import type { CollectionRooms } from '@/lib/kb/articles/collection-summary'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { firstRow } from '@/lib/kb-index/file/rows'

/** Tells which rooms have anything to show, for the navigation; read once for each version of the index. */
export const getCollectionRooms = perVersion((database: IndexDatabase): CollectionRooms => {
  const has = (rows: string) => firstRow(database, `SELECT 1 FROM ${rows} LIMIT 1`) !== undefined
  return {
    hasProducts: has('family'),
    hasUpdates: has('article WHERE lineSlug IS NOT NULL'),
    hasReleases: has('statement WHERE release IS NOT NULL'),
    hasSignatures: has('signature'),
    hasMissing: has('wanted'),
    hasChanges: has('edition WHERE before IS NOT NULL'),
  }
})
