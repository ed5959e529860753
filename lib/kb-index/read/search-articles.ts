import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseNumberPrefix, toPrefixQuery } from '@/lib/kb/search/number-prefix'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import {
  type Excerpt,
  RESULTS_PER_PAGE,
  type SearchQuery,
  type SearchResult,
  type SearchResults,
} from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { lookUpBuild } from './file-versions'
import { listNearbyArticles } from './nearby-articles'
import { getAliased } from './relations'
import { listMentionedSignatures, understandQuery } from './search/understand-query'
import { getSignatureHint, listCodes } from './signatures'
import { getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'
import { isWanted } from './wanted'

/**
 * Searches numbers, titles and text. A number gives its article and those whose numbers begin with it; words give what the
 * engine finds. An article that leaves the index meanwhile is left out.
 */
export async function searchArticles(
  database: IndexDatabase,
  typed: SearchQuery,
  engine: SearchEngine<IndexDatabase> = sqliteEngine,
): Promise<SearchResults> {
  const query = understandQuery(database, typed)
  const results = await searchNumberOrWords({ database, engine }, query)
  const { missingNumber, itemCount } = results
  return {
    ...results,
    signature: getSignatureHint(database, query.text),
    codes: missingNumber === undefined ? undefined : listCodes(database, query.text),
    build: lookUpBuild(database, query.text),
    nearby: missingNumber !== undefined && itemCount === 0 ? listNearbyArticles(database, missingNumber) : undefined,
    isCited: missingNumber === undefined ? undefined : isWanted(database, missingNumber),
  }
}

/** The open index, and what finds words in it. */
interface Searched {
  readonly database: IndexDatabase
  readonly engine: SearchEngine<IndexDatabase>
}

async function searchNumberOrWords(collection: Searched, query: SearchQuery): Promise<SearchResults> {
  const { database } = collection
  const { number, namedNumber, text } = query
  const prefix = parseNumberPrefix(text)
  if (number !== undefined || prefix !== undefined) {
    const found = await searchNumber(collection, query, prefix ?? String(number))
    if (found.itemCount > 0 || found.exact) return { ...found, isNumberList: true }
    // `11306` may be an event and `1603` an error: digits that begin no article number are a word like any other.
    if (prefix === text) return { ...(await searchWords(collection, query)), missingNumber: number }
    // Beside a product they are more likely a version or a year: `product:exchange 2007`.
    const isBesideProduct = query.productText !== undefined && query.words.join(' ') === String(number)
    return isBesideProduct ? searchWords(collection, query) : { ...found, isNumberList: true }
  }
  const exact = namedNumber && getExact(database, namedNumber)
  const found = await searchWords(collection, query)
  return { ...found, exact, missingNumber: exact ? undefined : namedNumber }
}

async function searchNumber(
  { database, engine }: Searched,
  query: SearchQuery,
  numberPrefix: string,
): Promise<SearchResults> {
  const exact = query.number === undefined ? undefined : getExact(database, query.number)
  const prefixQuery = { ...query, ...toPrefixQuery(numberPrefix), page: query.page }
  const { numbers, itemCount, matchCount, facets } = await engine.search(database, prefixQuery)
  return {
    ...toPage(query, describeHits(database, numbers), itemCount),
    exact,
    missingNumber: exact ? undefined : query.number,
    isPartialMatch: false,
    matchCount,
    alsoSearched: [],
    leftOut: [],
    namedProducts: [],
    facets,
  }
}

/** If nothing has a phrase, its words are searched one by one. */
async function searchWords({ database, engine }: Searched, query: SearchQuery): Promise<SearchResults> {
  const signatures = listMentionedSignatures(database, query.text)
  const strict = await engine.search(database, { ...query, signatures })
  const isLoose = strict.itemCount === 0 && query.phrases.length > 0
  const words = [...query.words, ...query.phrases.flatMap((phrase) => phrase.split(/\s+/))]
  const found = isLoose ? await engine.search(database, { ...query, signatures, words, phrases: [] }) : strict
  const items = describeHits(database, found.numbers, found.excerpts)
  return {
    ...toPage(query, items, found.itemCount),
    correctedText: !isLoose && found.correctedWords ? correctText(query, found.correctedWords) : undefined,
    isPartialMatch: isLoose ? found.itemCount > 0 : found.isPartialMatch,
    isPhraseMissing: isLoose || undefined,
    matchCount: found.matchCount,
    alsoSearched: found.alsoSearched,
    leftOut: found.leftOut,
    namedProducts: found.namedProducts,
    facets: found.facets,
  }
}

/** Gives the text with its words corrected, and everything between them as typed. */
function correctText({ text, words }: SearchQuery, corrected: readonly string[]): string {
  let [done, rest] = ['', text]
  for (const [index, word] of words.entries()) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    done += rest.slice(0, at) + (corrected[index] ?? word)
    rest = rest.slice(at + word.length)
  }
  return done + rest
}

/** Gives the article with this number, or the one that has it as an alias. */
function getExact(database: IndexDatabase, number: KbNumber): ArticleSummary | undefined {
  const aliased = getAliased(database, number)
  return getSummary(database, number) ?? (aliased && getSummary(database, aliased))
}

/** Describes hits in their order, with the beginning of an article where there is no excerpt. */
function describeHits(
  database: IndexDatabase,
  numbers: readonly KbNumber[],
  excerpts: ReadonlyMap<KbNumber, Excerpt> = new Map(),
): SearchResult[] {
  const rows = allRows<SummaryRow & { description: string; fixedIn?: KbNumber }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, description,
       (SELECT subject FROM statement JOIN article AS fixing ON fixing.number = subject
        WHERE statement.kind = 'fixes' AND object = article.number
        ORDER BY fixing.released IS NULL, fixing.released, subject LIMIT 1) AS fixedIn
     FROM article ${WITH_NUMBERS}`,
    [JSON.stringify(numbers)],
  )
  return inOrderOf(rows, numbers).map(({ description, fixedIn, ...row }) => {
    const article = rowToSummary(row)
    const beginning = {
      title: [{ text: article.title, isMatch: false }],
      snippet: [{ text: description, isMatch: false }],
    }
    return { article, ...(excerpts.get(article.number) ?? beginning), fixedIn }
  })
}

export const WITH_NUMBERS = 'WHERE article.number IN (SELECT value FROM json_each(?)) ORDER BY article.number'

export function inOrderOf<Row extends { readonly number: KbNumber }>(
  rows: readonly Row[],
  numbers: readonly KbNumber[],
): Row[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}

function toPage(query: SearchQuery, items: readonly SearchResult[], itemCount: number) {
  return { query, items, itemCount, page: query.page, pageCount: Math.max(1, Math.ceil(itemCount / RESULTS_PER_PAGE)) }
}
