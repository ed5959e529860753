import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** An article that others agree to cite by another title than its own. */
export interface OtherTitle {
  readonly path: string
  readonly title: string
  readonly citedTitle: string
  /** The number of articles that cite it so. */
  readonly count: number
}

/** Fewer articles may be wrong together. */
const MIN_CITATIONS = 2
const MAX_TITLES = 1000

/**
 * Lists the articles that at least two others cite by one and the same title that is not theirs, and none by theirs. Case,
 * punctuation and a title that is cut do not count. With a number, only that article is looked at.
 */
export function listOtherTitles(database: IndexDatabase, number?: KbNumber): OtherTitle[] {
  const rows = allRows<OtherTitle & { readonly target: number }>(
    database,
    `SELECT target, article.path, article.title, citedTitle, count(DISTINCT source) AS count
     FROM link JOIN article ON article.number = link.target
     WHERE citedTitle IS NOT NULL AND isExplicit ${number === undefined ? '' : 'AND target = ?'}
     GROUP BY target, citedTitle ORDER BY target, count DESC, citedTitle`,
    number === undefined ? [] : [number],
  )
  const agreeing = new Set(
    rows.filter(({ title, citedTitle }) => isSame(title, citedTitle)).map(({ target }) => target),
  )
  const seen = new Set<number>()
  const others: OtherTitle[] = []
  for (const { target, ...row } of rows) {
    if (seen.has(target) || agreeing.has(target) || row.count < MIN_CITATIONS) continue
    seen.add(target)
    others.push(row)
    if (others.length === MAX_TITLES) break
  }
  return others
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a.startsWith(b) || b.startsWith(a)
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
