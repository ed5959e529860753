import type { Backlink, Supersedence } from '@/lib/kb/article-page'
import type { UpdateLine } from '@/lib/kb/articles/article'
import { resolveBeside } from '@/lib/kb/articles/local-address'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { orderLine } from '@/lib/kb/updates/order-line'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, countBeyond, countRows, firstRow } from '@/lib/kb-index/file/rows'
import { getNumberAt, listAttachmentsOf, listPicturesOf } from './indexed-files'
import { listReplacementEvidence } from './ledger'
import { getNewerForProduct, getSeries } from './series'
import { getReference, getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** The file of an article, and what the index knows about it. */
export interface ArticleLocation {
  readonly path: string
  readonly contentHash: string
  readonly description: string
}

export function getLocation(database: IndexDatabase, number: KbNumber): ArticleLocation | undefined {
  return firstRow(database, 'SELECT path, contentHash, description FROM article WHERE number = ?', [number])
}

/** Gives the article that has this number as an alias. */
export function getAliased(database: IndexDatabase, alias: KbNumber): KbNumber | undefined {
  return firstRow<{ number: KbNumber }>(database, 'SELECT number FROM alias WHERE alias = ? ORDER BY number LIMIT 1', [
    alias,
  ])?.number
}

/** Gives the number of the article that has this number as its own or as an alias. */
export function getCanonicalNumber(database: IndexDatabase, number: KbNumber): KbNumber | undefined {
  return getLocation(database, number) ? number : getAliased(database, number)
}

/** Gives what the index knows about newer articles, without what only the article's file says. */
export function getSupersedence(
  database: IndexDatabase,
  number: KbNumber,
):
  | Pick<Supersedence, 'state' | 'supersededBy' | 'currentArticle' | 'evidence' | 'line' | 'series' | 'newerForProduct'>
  | undefined {
  const row = firstRow<SummaryRow & { supersededBy?: KbNumber; lineSlug?: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.supersededBy, article.lineSlug FROM article WHERE number = ?`,
    [number],
  )
  if (!row) return undefined
  const successors =
    row.supersededBy === undefined
      ? listPartSuccessors(database, number)
      : listSuccessors(database, number, row.supersededBy)
  const { currentArticle, lineSlug } = row
  const isFurther = currentArticle !== undefined && currentArticle !== row.supersededBy
  return {
    state: row.state,
    supersededBy: successors.map((successor) => getReference(database, successor)),
    currentArticle: isFurther ? getReference(database, currentArticle) : undefined,
    evidence: listReplacementEvidence(database, number),
    line: lineSlug === undefined ? undefined : getUpdateLine(database, lineSlug),
    ...(row.line !== undefined && {
      series: getSeries(database, row.line),
      newerForProduct: getNewerForProduct(database, row.line),
    }),
  }
}

/** Lists the articles that link to a number, in number order, and counts them all. */
export function listBacklinks(
  database: IndexDatabase,
  number: KbNumber,
  limit: number,
): { backlinks: Backlink[]; count: number } {
  const rows = allRows<SummaryRow & { context: string }>(
    database,
    // SQLite takes the bare column from the row of the minimum: the first link of each article.
    `SELECT ${SUMMARY_COLUMNS}, link.context, min(link.fileLine) FROM link JOIN article ON article.number = link.source
     WHERE link.target = ? AND link.source <> link.target
     GROUP BY link.source ORDER BY link.source LIMIT ?`,
    [number, limit],
  )
  const count = countBeyond(rows, limit, () =>
    countRows(database, 'SELECT count(DISTINCT source) AS count FROM link WHERE target = ? AND source <> target', [
      number,
    ]),
  )
  return { backlinks: rows.map((row) => ({ ...rowToSummary(row), context: row.context })), count }
}

/** Lists all lines by name. */
export function listUpdateLines(database: IndexDatabase): UpdateLine[] {
  const rows = allRows<{ lineSlug: string }>(
    database,
    'SELECT DISTINCT lineSlug FROM article WHERE lineSlug IS NOT NULL ORDER BY line, lineSlug',
  )
  return rows.map((row) => getUpdateLine(database, row.lineSlug)).filter((line) => line !== undefined)
}

export function hasUpdateLine(database: IndexDatabase, slug: string): boolean {
  return firstRow(database, 'SELECT 1 FROM article WHERE lineSlug = ? LIMIT 1', [slug]) !== undefined
}

export function getUpdateLine(database: IndexDatabase, slug: string): UpdateLine | undefined {
  const rows = allRows<SummaryRow & { supersededBy?: KbNumber }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.supersededBy FROM article WHERE lineSlug = ? ORDER BY number LIMIT 1000`,
    [slug],
  )
  const name = rows[0]?.line
  if (name === undefined) return undefined
  const successors = new Map(
    rows.flatMap((row) => (row.supersededBy === undefined ? [] : [[row.number, row.supersededBy]])),
  )
  return { name, slug, updates: orderLine(rows.map(rowToSummary), successors) }
}

/** Gives the article that a link with this number leads to. */
export function getLinkTarget(database: IndexDatabase, number: KbNumber) {
  return getSummary(database, number) ?? aliasTarget(database, number)
}

function aliasTarget(database: IndexDatabase, alias: KbNumber) {
  const number = getAliased(database, alias)
  return number === undefined ? undefined : getSummary(database, number)
}

/** The successor, and what else replaces the article without replacing its successor. */
function listSuccessors(database: IndexDatabase, number: KbNumber, successor: KbNumber): KbNumber[] {
  const others = allRows<{ subject: KbNumber }>(
    database,
    `SELECT DISTINCT subject FROM statement
     WHERE kind = 'replaces' AND object = ?1 AND subject NOT IN (?1, ?2) AND NOT isPartial
       AND NOT EXISTS (SELECT 1 FROM article AS own JOIN article AS other ON other.line <> own.line
         WHERE own.number = ?1 AND other.number = subject)
       AND subject NOT IN (SELECT subject FROM statement WHERE kind = 'replaces' AND object = ?2 AND subject IS NOT NULL)
       AND subject NOT IN (SELECT currentArticle FROM article WHERE number = ?1 AND currentArticle IS NOT NULL)
     ORDER BY subject LIMIT 20`,
    [number, successor],
  )
  return [successor, ...others.map(({ subject }) => subject)]
}

function listPartSuccessors(database: IndexDatabase, number: KbNumber): KbNumber[] {
  return allRows<{ subject: KbNumber }>(
    database,
    `SELECT DISTINCT subject FROM statement WHERE kind = 'replaces' AND object = ? AND isPartial ORDER BY subject LIMIT 50`,
    [number],
  ).map(({ subject }) => subject)
}

/** Gives what an article's links and pictures lead to, as rendering asks for it. `path` is that of its file. */
export function linkTargetsOf(database: IndexDatabase, number: KbNumber, path: string) {
  let pictures: ReturnType<typeof listPicturesOf> | undefined
  let attachments: ReturnType<typeof listAttachmentsOf> | undefined
  return {
    ...textTargetsOf(database, number, path),
    findPicture: (url: string) => {
      pictures ??= listPicturesOf(database, number)
      return pictures.get(url)
    },
    findAttachment: (url: string) => {
      attachments ??= listAttachmentsOf(database, number)
      return attachments.get(url)
    },
  }
}

/** Gives the same for a text that is not served as the article: its pictures and files were not indexed. */
export function textTargetsOf(database: IndexDatabase, number: KbNumber, path: string) {
  return {
    self: number,
    resolve: (target: KbNumber) => getLinkTarget(database, target),
    findFile: (url: string) => {
      const file = resolveBeside(path, url)
      return file === undefined ? undefined : getNumberAt(database, file)
    },
  }
}
