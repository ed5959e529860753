import {
  type BuildNumber,
  compareBuildNumbers,
  formatBuildNumber,
  parseBuildNumber,
} from '@/lib/kb/numbers/build-number'
import { type BuildLookup, type BuildPlace, type FileVersionMention, placeBuild } from '@/lib/kb/releases/build-lookup'
import type { TabledRelease } from '@/lib/kb/releases/build-table'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows, firstRow } from '@/lib/kb-index/file/rows'
import { rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** At most this many versions of a file, or files of a version, are listed. */
export const MAX_VERSIONS = 60

const COLUMNS = 'fileVersion.fileName, fileVersion.version, fileVersion.number, article.title, fileVersion.context'
const FROM = 'FROM fileVersion JOIN article USING (number)'
const ORDER = 'part1, part2, part3, part4'

/** The slash comes right after the dot, so these two bounds include everything that begins with the version and a dot. */
const BEGINS_SO = `(version = :version OR (version > :version || '.' AND version < :version || '/'))`

/**
 * Places a build or file version (`8.00.0744.000`, `6.5.7638`, `Mapi32.dll 5.5.2448.0`) among releases, with the articles that
 * mention it and those with a newer version of the file. Gives `undefined` for any other text.
 */
export function lookUpBuild(database: IndexDatabase, text: string): BuildLookup | undefined {
  const signature = parseSignature(text)
  const version = signature?.kind === 'version' ? signature.id : signature?.version
  const build = version === undefined ? undefined : parseBuildNumber(version)
  if (!signature || !build) return undefined
  const fileName = signature.kind === 'file' ? signature.id : undefined
  const id = formatBuildNumber(build)
  return {
    build: id,
    fileName,
    places: fileName === undefined ? placeAmongAll(database, build) : [],
    sameVersion: listSameVersion(database, id, fileName),
    newerFiles: fileName === undefined ? [] : listNewer(database, fileName, id),
  }
}

/** Lists the versions of a file, newest first. */
export function listFileVersions(database: IndexDatabase, fileName: string): FileVersionMention[] {
  return allRows(
    database,
    `SELECT ${COLUMNS} ${FROM} WHERE fileName = ?
     ORDER BY part1 DESC, part2 DESC, part3 DESC, part4 DESC, number LIMIT ?`,
    [fileName, MAX_VERSIONS],
  )
}

/** Tells whether an article or a release has this build. */
export function hasVersion(database: IndexDatabase, version: string): boolean {
  const isInFile = firstRow(database, `SELECT 1 FROM fileVersion WHERE ${BEGINS_SO} LIMIT 1`, { version }) !== undefined
  const build = parseBuildNumber(version)
  return isInFile || (build !== undefined && placeAmongAll(database, build).some(({ isExact }) => isExact))
}

/** A version with fewer parts stands for all versions that begin with it. */
function listSameVersion(database: IndexDatabase, version: string, fileName: string | undefined): FileVersionMention[] {
  return allRows<FileVersionMention>(
    database,
    `SELECT ${COLUMNS} ${FROM}
     WHERE ${BEGINS_SO} AND (:fileName IS NULL OR fileName = :fileName)
     ORDER BY ${ORDER}, fileName, number LIMIT :limit`,
    { version, fileName, limit: MAX_VERSIONS },
  )
}

function listNewer(database: IndexDatabase, fileName: string, version: string): FileVersionMention[] {
  const parts = parseBuildNumber(version) ?? []
  const [part1 = 0, part2 = 0, part3 = 0, part4 = 0] = parts
  const rows = allRows<FileVersionMention>(
    database,
    `SELECT ${COLUMNS} ${FROM}
     WHERE fileName = ? AND part1 = ? AND part2 = ? AND (part3, part4) > (?, ?)
     ORDER BY ${ORDER}, number LIMIT ?`,
    [fileName, part1, part2, part3, part4, MAX_VERSIONS],
  )
  // 5.5.2653.22 begins with 5.5.2653, so it is the same and not newer.
  return rows.filter(
    (row) => compareBuildNumbers((parseBuildNumber(row.version) ?? []).slice(0, parts.length), parts) > 0,
  )
}

function placeAmongAll(database: IndexDatabase, build: BuildNumber): BuildPlace[] {
  const { articles, tabled } = listReleasedBuilds(database)
  return placeBuild(build, articles, tabled)
}

/** The articles with a build, and what the tables of builds in articles state; of a release that two tables state the first counts. */
const listReleasedBuilds = perVersion((database: IndexDatabase) => ({
  articles: allRows<SummaryRow>(
    database,
    `SELECT ${SUMMARY_COLUMNS} FROM article WHERE build IS NOT NULL ORDER BY number LIMIT 5000`,
  ).map(rowToSummary),
  tabled: allRows<TabledRelease>(
    database,
    'SELECT product, name, build, number FROM tabledRelease ORDER BY source, position LIMIT 20000',
  ),
}))
