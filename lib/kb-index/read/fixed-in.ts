import type { ArticleSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { releaseOfSlug } from '@/lib/kb/releases/release-names'
import { type EvidenceFields, type FixedInRelease, type FixedInUpdate, toEvidence } from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { getUpdateLine } from './relations'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** At most this many statements are read; the most fixed problem of the archive is in eleven lists. */
const MAX_STATEMENTS = 200

export const EVIDENCE_COLUMNS = 'statement.statedBy, statement.sentence, statement.section, statement.origin'

/** Lists the updates that fix an article's problem, oldest first, each with the evidence. */
export function listFixedIn(database: IndexDatabase, number: KbNumber): FixedInUpdate[] {
  const rows = allRows<SummaryRow & EvidenceFields & { lineSlug?: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.lineSlug, ${EVIDENCE_COLUMNS}
     FROM statement JOIN article ON article.number = statement.subject
     WHERE statement.kind = 'fixes' AND statement.object = ? AND statement.subject <> statement.object
     ORDER BY article.released IS NULL, article.released, article.number, statement.statedBy LIMIT ?`,
    [number, MAX_STATEMENTS],
  )
  const updates = groupBy(rows, (row) => row.number)
  const slugs = new Set(rows.flatMap(({ lineSlug }) => lineSlug ?? []))
  const lines = new Map(Array.from(slugs, (slug) => [slug, getUpdateLine(database, slug)?.updates]))
  return Array.from(updates.values(), (statements) => {
    const [row] = statements
    return {
      number: row.number,
      title: row.title,
      summary: rowToSummary(row),
      evidence: statements.map(toEvidence),
      containedIn: findNext(lines.get(row.lineSlug ?? '') ?? [], row.number, updates),
    }
  })
}

/** The next update in a line that is not withdrawn, unless it lists the fix itself. */
function findNext(
  line: readonly ArticleSummary[],
  after: KbNumber,
  listing: ReadonlyMap<KbNumber, unknown>,
): ArticleSummary | undefined {
  const index = line.findIndex(({ number }) => number === after)
  const next = line.slice(index + 1).find(({ state }) => state !== 'withdrawn')
  return next && !listing.has(next.number) ? next : undefined
}

/** Lists the releases that fix an article's problem, those that the article itself names first. */
export function listFixedInReleases(database: IndexDatabase, number: KbNumber): FixedInRelease[] {
  const rows = allRows<EvidenceFields & { release?: string; releaseName: string }>(
    database,
    `SELECT release, releaseName, ${EVIDENCE_COLUMNS} FROM statement
     WHERE kind = 'fixes' AND object = ?1 AND subject IS NULL ORDER BY statedBy <> ?1, statedBy, rowid LIMIT ?2`,
    [number, MAX_STATEMENTS],
  )
  const ownFamilies = new Set(
    rows.filter(({ statedBy }) => statedBy === number).map(({ release }) => familyOf(release)),
  )
  const releases = groupBy(rows, ({ release, releaseName }) => release ?? releaseName)
  return Array.from(releases.values(), (statements) => {
    const [{ release, releaseName }] = statements
    const known = release === undefined ? undefined : releaseOfSlug(release)
    return {
      name: known?.name ?? releaseName,
      slug: known?.slug,
      evidence: statements.map(toEvidence),
      isDisputed:
        known !== undefined && ownFamilies.has(known.family) && statements.every(({ statedBy }) => statedBy !== number),
    }
  })
}

function familyOf(slug: string | undefined): string | undefined {
  return slug === undefined ? undefined : releaseOfSlug(slug)?.family
}
