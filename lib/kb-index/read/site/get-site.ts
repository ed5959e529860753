import type { Picture } from '@/lib/kb/articles/picture'
import { setNumberPrefix } from '@/lib/kb/numbers/number-prefix'
import { completeSite, DEFAULT_SITE, type Site } from '@/lib/kb/site'
import type { SiteFile } from '@/lib/kb/site-file'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { firstRow } from '@/lib/kb-index/file/rows'

/** Gives what `site.yaml` says of the site, and the default for the rest. */
export const getSite = perVersion((database): Site => {
  const row = firstRow<{ settings: string; sha256?: Picture['sha256']; type?: Picture['type'] }>(
    database,
    'SELECT settings, sha256, type FROM site LEFT JOIN picture ON picture.number = 0',
  )
  if (!row) return DEFAULT_SITE
  const settings: SiteFile = JSON.parse(row.settings)
  const { sha256, type } = row
  return completeSite(settings, sha256 && type ? { sha256, type } : undefined)
})

/** The index whose prefix of numbers is in force. */
let inForce: IndexDatabase | undefined

/** Gives an index back, and has numbers written as its site wants it. */
export function ofItsSite(database: IndexDatabase): IndexDatabase {
  if (database !== inForce) setNumberPrefix(getSite(database).prefix)
  inForce = database
  return database
}
