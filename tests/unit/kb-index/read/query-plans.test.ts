import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase, execute, type IndexDatabase, openDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { getNumberRange, hasNumberRange } from '@/lib/kb-index/read/atlas'
import { compareUpdates } from '@/lib/kb-index/read/compare-updates'
import { compareDays } from '@/lib/kb-index/read/editions/compare-days'
import { hasEditions, listArticleChanges, listEditions } from '@/lib/kb-index/read/editions/list-editions'
import { listFileVersions, lookUpBuild } from '@/lib/kb-index/read/file-versions'
import { listFixedIn, listFixedInReleases } from '@/lib/kb-index/read/fixed-in'
import { getPictureFile, listPicturesOf, listProblemsOf } from '@/lib/kb-index/read/indexed-files'
import { getLedger } from '@/lib/kb-index/read/ledger'
import { getLineDetails } from '@/lib/kb-index/read/line-details'
import { listChanges } from '@/lib/kb-index/read/lists/changes'
import { listArticlesAfter } from '@/lib/kb-index/read/lists/list-articles'
import { hasPart, listPart } from '@/lib/kb-index/read/lists/sitemap-parts'
import { listNearbyArticles } from '@/lib/kb-index/read/nearby-articles'
import { getMainFamily, getProduct, hasProduct, listProductsOf } from '@/lib/kb-index/read/products'
import {
  getCanonicalNumber,
  getLocation,
  getSupersedence,
  hasUpdateLine,
  linkTargetsOf,
  listBacklinks,
} from '@/lib/kb-index/read/relations'
import { getReleaseListing, hasRelease } from '@/lib/kb-index/read/releases'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { listSignatureMatches } from '@/lib/kb-index/read/signature-matches'
import { getSignatureHint, getSignaturePage, listSignatures } from '@/lib/kb-index/read/signatures'
import { getReference, getSummary, listRecentlyReviewed } from '@/lib/kb-index/read/summaries'
import { listParts } from '@/lib/kb-index/read/title-parts'
import { getWantedArticle, listWanted } from '@/lib/kb-index/read/wanted'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { judgePaste } from '@/lib/verdict/judge-paste'
import type { Cleanup } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath } from '@/tests/support/sample-index'
import { openShippedIndex } from '@/tests/support/shipped-index'

/** Grow with the collection. All other tables have a row for each series, family or kind. */
const LARGE =
  /^(?:alias|article|articleProduct|articleText|edition|file|fileLink|fileVersion|link|picture|posting|problem|signature|signatureMention|statement|wanted|wantedProduct|word|wordPosition)$/

const NUMBER = kbNumberOf(940006)
const CODE = parseSignature('0x8004010f')
const SIGNATURE = 'event-9646'

/** What pages, the API and the proxy ask for one request. */
const REQUESTS: readonly ((database: IndexDatabase) => unknown)[] = [
  (index) => getSummary(index, NUMBER),
  (index) => getReference(index, kbNumberOf(999999)),
  (index) => getLocation(index, NUMBER),
  (index) => getCanonicalNumber(index, NUMBER),
  (index) => getSupersedence(index, NUMBER),
  (index) => listBacklinks(index, NUMBER, 50),
  (index) => linkTargetsOf(index, NUMBER, 'a/b.md').resolve(kbNumberOf(941421)),
  (index) => linkTargetsOf(index, NUMBER, 'a/b.md').findFile('c.md'),
  (index) => listPicturesOf(index, NUMBER),
  (index) => getPictureFile(index, '0'.repeat(64)),
  (index) => listProblemsOf(index, NUMBER),
  (index) => listFixedIn(index, NUMBER),
  (index) => listFixedInReleases(index, NUMBER),
  (index) => listEditions(index, NUMBER),
  (index) => hasEditions(index, NUMBER),
  (index) => compareDays(index, NUMBER, {}),
  (index) => listArticleChanges(index, 1),
  (index) => listParts(index, NUMBER),
  (index) => listProductsOf(index, NUMBER),
  (index) => getMainFamily(index, NUMBER),
  (index) => getLedger(index, NUMBER),
  (index) => getWantedArticle(index, kbNumberOf(999999)),
  (index) => listWanted(index, { page: 2 }),
  (index) => listNearbyArticles(index, kbNumberOf(940007)),
  (index) => listRecentlyReviewed(index, 10),
  (index) => hasUpdateLine(index, 'exchange-server-2007-rtm-update-rollups'),
  (index) => getLineDetails(index, 'exchange-server-2007-rtm-update-rollups'),
  (index) => compareUpdates(index, { from: '940006', to: '953469' }),
  (index) => getProduct(index, 'exchange-server-2007'),
  (index) => hasProduct(index, 'exchange-server-2007'),
  (index) => hasRelease(index, 'exchange-server-2007-sp1'),
  (index) => getReleaseListing(index, 'exchange-server-2007-sp1', 1),
  (index) => hasNumberRange(index, '940000'),
  (index) => getNumberRange(index, '940000', 1),
  (index) => listChanges(index),
  (index) => listChanges(index, { product: 'exchange-server-2007' }),
  (index) => listChanges(index, { line: 'exchange-server-2007-rtm-update-rollups' }),
  (index) => listWanted(index, { product: 'exchange-server-2007', page: 1 }),
  (index) => countArticles(index),
  (index) => listPart(index, 1, 1000),
  (index) => hasPart(index, 1, 1000),
  (index) => listSignatures(index, 'event', 1),
  (index) => listSignatureMatches(index, [SIGNATURE]),
  (index) => CODE && getSignaturePage(index, CODE, 1),
  (index) => getSignatureHint(index, '0x8004010f'),
  (index) => listFileVersions(index, 'store.exe'),
  (index) => lookUpBuild(index, '8.0.744.0'),
  (index) => listArticlesAfter(index, { state: 'superseded', after: NUMBER, limit: 10 }),
  (index) => suggestArticles(index, 'exchange rol', sqliteEngine),
  (index) => searchArticles(index, parseSearchQuery({ q: 'public folder "update rollup" store.exe' }), sqliteEngine),
  (index) => searchArticles(index, parseSearchQuery({ q: '9400' }), sqliteEngine),
  (index) => judgePaste(index, 'Event ID: 9646\nSource: MSExchangeIS\nVersion 8.0.744.0', sqliteEngine),
]

/** Scans that are no fault, each with its reason. */
const ALLOWED: readonly { readonly scan: RegExp; readonly sql: RegExp }[] = [
  // Counts the entries of an index: half a millisecond for 60,000.
  {
    scan: /^SCAN (?:article|wanted) USING COVERING INDEX/,
    sql: /^SELECT count\(\*\) AS count FROM (?:article|wanted)$/,
  },
  // Reads what changed alone, by an index that has nothing else.
  { scan: /^SCAN edition USING INDEX editionDay$/, sql: /^SELECT count\(\*\)/ },
  // Reads a page in the order of an index and stops at its end.
  { scan: /^SCAN wanted USING INDEX wantedRank$/, sql: /ORDER BY citationCount DESC, number LIMIT/ },
  // Parts of a sitemap are a thousand articles each, in the order of their numbers.
  { scan: /^SCAN article$/, sql: /ORDER BY number LIMIT (?:1|\?) OFFSET \?$/ },
]

test('no request scans a large table', async (context) => {
  const index = await openWithoutStatistics(context)
  const asked = watchQueries(index)
  // What is read once for each version of the index is read now.
  for (const ask of REQUESTS) await ask(index)
  asked.clear()
  for (const ask of REQUESTS) await ask(index)
  const queries = [...asked]
  const scans = queries.flatMap((sql) =>
    listScans(index, sql).map((scan) => ({ scan, sql: sql.replace(/\s+/g, ' ').trim() })),
  )
  const isAllowed = (found: (typeof scans)[number], { scan, sql }: (typeof ALLOWED)[number]) =>
    scan.test(found.scan) && sql.test(found.sql)
  assert.ok(queries.length > 60)
  assert.deepEqual(
    scans.filter((found) => !ALLOWED.some((allowed) => isAllowed(found, allowed))),
    [],
  )
  assert.deepEqual(
    ALLOWED.filter((allowed) => !scans.some((found) => isAllowed(found, allowed))),
    [],
  )
})

/** A small collection is rightly scanned: without its statistics, SQLite takes each table for one of a million rows. */
async function openWithoutStatistics(context: Cleanup): Promise<IndexDatabase> {
  const file = indexPath(context)
  const [shipped] = allRows<{ file: string }>(await openShippedIndex(), 'SELECT file FROM pragma_database_list')
  copyFileSync(shipped?.file ?? '', file)
  const copy = openDatabase(file)
  execute(copy, 'DELETE FROM sqlite_stat1')
  closeDatabase(copy)
  const index = openDatabase(file)
  context.after(() => closeDatabase(index))
  return index
}

/** Collects the queries that are asked from now on. */
function watchQueries(database: IndexDatabase): Set<string> {
  const asked = new Set<string>()
  const driver = database as unknown as { prepare: (sql: string) => { all: (...values: unknown[]) => unknown } }
  const prepare = driver.prepare.bind(driver)
  driver.prepare = (sql) => {
    const statement = prepare(sql)
    const all = statement.all.bind(statement)
    statement.all = (...values) => {
      asked.add(sql)
      return all(...values)
    }
    return statement
  }
  return asked
}

/** Lists the large tables that a query reads from beginning to end, in the words of SQLite. */
function listScans(index: IndexDatabase, sql: string): string[] {
  return allRows<{ detail: string }>(index, `EXPLAIN QUERY PLAN ${sql}`)
    .map(({ detail }) => detail)
    .filter((detail) => {
      const name = /^SCAN (\w+)/.exec(detail)?.[1]
      if (name === undefined) return false
      const table = new RegExp(`\\b(?:FROM|JOIN) (\\w+) AS ${name}\\b`).exec(sql)?.[1] ?? name
      const isNamedInQuery = new RegExp(`\\b${name}(?: \\([\\w, ]+\\))? AS \\(`).test(sql)
      return LARGE.test(table) && !isNamedInQuery
    })
}
