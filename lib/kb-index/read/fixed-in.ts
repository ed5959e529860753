import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { getRelease } from '@/lib/kb/releases/release-names'
import type { Evidence, FixedInRelease, FixedInUpdate } from '@/lib/kb/updates/ledger'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { getUpdateLine } from './relations'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** Lists and sentences are read up to this number; the most fixed problem of the archive is in eleven lists. */
const MAX_ROWS = 200

interface EvidenceRow {
  readonly statedBy: KbNumber
  readonly evidence?: string
  readonly section?: string
}

/** Lists the updates that are said to fix the problem of an article, oldest first, each with who says so. */
export function listFixedIn(database: IndexDatabase, number: KbNumber): FixedInUpdate[] {
  const rows = allRows<SummaryRow & EvidenceRow & { lineSlug?: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.lineSlug, fix.statedBy, fix.evidence, fix.section
     FROM fix JOIN article ON article.number = fix.fixedBy
     WHERE fix.number = ? AND fix.fixedBy <> fix.number
     ORDER BY article.released IS NULL, article.released, article.number, fix.statedBy LIMIT ?`,
    [number, MAX_ROWS],
  )
  const updates = new Map<KbNumber, { row: SummaryRow & { lineSlug?: string }; evidence: Evidence[] }>()
  for (const row of rows) {
    const update = updates.get(row.number) ?? { row, evidence: [] }
    update.evidence.push(rowToEvidence(row))
    updates.set(row.number, update)
  }
  const lineOf = memoized((slug: string) => getUpdateLine(database, slug)?.updates ?? [])
  const next = (slug: string | undefined, after: KbNumber) =>
    slug === undefined ? undefined : nextOf(lineOf(slug), after, updates)
  return [...updates.values()].map(({ row, evidence }) => ({
    number: row.number,
    title: row.title,
    summary: rowToSummary(row),
    evidence,
    containedIn: next(row.lineSlug, row.number),
  }))
}

/** Lists the releases that are said to fix it: those that its own article names first, then those of lists of fixes. */
export function listFixedInReleases(database: IndexDatabase, number: KbNumber): FixedInRelease[] {
  const rows = allRows<EvidenceRow & { release?: string; releaseName: string }>(
    database,
    `SELECT release, releaseName, statedBy, evidence, section FROM releaseFix WHERE number = ?1
     ORDER BY statedBy <> ?1, rowid LIMIT ?2`,
    [number, MAX_ROWS],
  )
  const releases = new Map<string, { name: string; slug?: string; evidence: Evidence[] }>()
  for (const row of rows) {
    const known = row.release === undefined ? undefined : getRelease(row.release)
    const key = known?.slug ?? row.releaseName
    const release = releases.get(key) ?? { name: known?.name ?? row.releaseName, slug: known?.slug, evidence: [] }
    release.evidence.push(rowToEvidence(row))
    releases.set(key, release)
  }
  const ownFamilies = new Set(
    rows.filter(({ statedBy }) => statedBy === number).map(({ release }) => familyOf(release)),
  )
  return [...releases.values()].map((release) => ({
    ...release,
    isDisputed:
      release.slug !== undefined &&
      ownFamilies.has(familyOf(release.slug)) &&
      release.evidence.every(({ statedBy }) => statedBy !== number),
  }))
}

function familyOf(slug: string | undefined): string | undefined {
  return slug ? getRelease(slug)?.family : undefined
}

/** The update that follows in a line, unless it lists the fix itself; a withdrawn one is passed over. */
function nextOf(
  line: readonly ArticleSummary[],
  after: KbNumber,
  listing: ReadonlyMap<KbNumber, unknown>,
): ArticleSummary | undefined {
  const place = line.findIndex(({ number }) => number === after)
  const next = line.slice(place + 1).find(({ state }) => state !== 'withdrawn')
  return next && !listing.has(next.number) ? next : undefined
}

/** Several updates are of one line, which is read once. */
function memoized<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const value = known.get(key) ?? read(key)
    known.set(key, value)
    return value
  }
}

/** The sentence of a text; a list in front matter has none. */
export function rowToEvidence({ statedBy, evidence, section }: EvidenceRow): Evidence {
  return { statedBy, sentence: evidence, isQuote: evidence !== undefined, section }
}
