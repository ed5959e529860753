import type { PageOf } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { allReleases, isUnnamedRelease, releaseOfSlug } from '@/lib/kb/releases/release-names'
import { type EvidenceFields, type ReleaseEntry, type ReleaseSummary, toEvidence } from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { pageOf } from '@/lib/kb-index/file/page-of'
import { allRows, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { EVIDENCE_COLUMNS } from './fixed-in'
import { getReference } from './summaries'

export const ENTRIES_PER_PAGE = 50

/** A page of the articles that a release fixes, in number order. */
export interface ReleaseListing {
  readonly release: ReleaseSummary
  readonly entries: PageOf<ReleaseEntry>
}

/** Lists the releases that fix problems of this collection, in the order of the table. */
export function listReleases(database: IndexDatabase): ReleaseSummary[] {
  const rows = allRows<{ release: string; articleCount: number }>(
    database,
    `SELECT release, count(DISTINCT object) AS articleCount FROM statement
     WHERE kind = 'fixes' AND release IS NOT NULL GROUP BY release ORDER BY release`,
  )
  const counts = new Map(rows.map((row) => [row.release, row.articleCount]))
  return allReleases().flatMap((release) => {
    const articleCount = counts.get(release.slug)
    return articleCount === undefined ? [] : [{ ...release, articleCount }]
  })
}

export function hasRelease(database: IndexDatabase, slug: string): boolean {
  return (
    firstRow(database, `SELECT 1 FROM statement WHERE kind = 'fixes' AND release = ? LIMIT 1`, [slug]) !== undefined
  )
}

export function getReleaseListing(database: IndexDatabase, slug: string, page: number): ReleaseListing | undefined {
  const known = releaseOfSlug(slug)
  const articleCount = countRows(
    database,
    `SELECT count(DISTINCT object) AS count FROM statement WHERE kind = 'fixes' AND release = ?`,
    [slug],
  )
  if (!known || articleCount === 0) return undefined
  return {
    release: { ...known, articleCount },
    entries: pageOf(articleCount, { page, size: ENTRIES_PER_PAGE }, ({ limit, offset }) =>
      allRows<{ number: KbNumber }>(
        database,
        `SELECT DISTINCT object AS number FROM statement WHERE kind = 'fixes' AND release = ? ORDER BY object LIMIT ? OFFSET ?`,
        [slug, limit, offset],
      ).map(({ number }) => getEntry(database, slug, number)),
    ),
  }
}

/** At most this many lists of fixes are quoted for each article. */
const MAX_EVIDENCE = 5

function getEntry(database: IndexDatabase, slug: string, number: KbNumber): ReleaseEntry {
  const rows = allRows<EvidenceFields>(
    database,
    `SELECT ${EVIDENCE_COLUMNS} FROM statement WHERE kind = 'fixes' AND object = ?1 AND release = ?2
     ORDER BY statedBy <> ?1, statedBy LIMIT ?3`,
    [number, slug, MAX_EVIDENCE],
  )
  return { article: getReference(database, number), evidence: rows.map(toEvidence) }
}

/** A name that is not in the table of releases. */
export interface UnknownRelease {
  readonly releaseName: string
  readonly articleCount: number
  readonly example: KbNumber
}

/** Lists the release names that are not in the table, the most used first. */
export function listUnknownReleases(database: IndexDatabase, limit: number): UnknownRelease[] {
  const rows = allRows<UnknownRelease>(
    database,
    `SELECT releaseName, count(DISTINCT object) AS articleCount, min(object) AS example FROM statement
     WHERE kind = 'fixes' AND subject IS NULL AND release IS NULL GROUP BY releaseName ORDER BY articleCount DESC, releaseName LIMIT ?`,
    [limit],
  )
  return rows.filter(({ releaseName }) => !isUnnamedRelease(releaseName))
}
