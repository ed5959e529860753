import type { Picture } from '@/lib/kb/articles/picture'
import { completeSite, DEFAULT_SITE, type Site } from '@/lib/kb/site'
import type { SiteFile } from '@/lib/kb/site-file'
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
