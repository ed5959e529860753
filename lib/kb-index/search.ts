import type { ArticleSummary } from '@/lib/kb/article'
import { type KbNumber, parseNamedNumber } from '@/lib/kb/kb-number'
import type { SearchQuery, SearchResult, SearchResults, Suggestion } from '@/lib/kb/search-query'
import { RESULTS_PER_PAGE } from '@/lib/kb/search-query'
import { countHits, NO_FACETS } from './facets'
import { filterOf, NO_CONDITION } from './filter'
import { allOf, allOfWithPrefix, anyOf, parseSearchTerms, type SearchTerm } from './fts-query'
import { numberPrefixRanges } from './number-prefix'
import type { IndexDatabase } from './open'
import { chooseRareTerms } from './rare-terms'
import { getAliased } from './relations'
import { allRows, firstRow } from './rows'
import { makeSnippets } from './snippets'
import { getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** A match in the title counts as ten in the text; query words were written for searching. */
const RANK = 'bm25(articleText, 10.0, 1.0, 3.0)'
const MAX_SUGGESTIONS = 8

/**
 * Searches numbers, titles and text. A number gives its article and those whose numbers begin so; words give the articles
 * that have all of them, or, where none has, those that have some of the rarest. Any text is legal; an internal fault is
 * thrown, never an empty result.
 */
export function searchIndex(database: IndexDatabase, query: SearchQuery): SearchResults {
  const prefix = /^(?:kb|q)?\s?0*([1-9]\d{0,6})$/i.exec(query.text)?.[1]
  if (query.number !== undefined || prefix !== undefined) {
    const found = searchNumber(database, query, prefix)
    // `11306` may be an event and `1603` an error: digits that begin no article's number are a word like any other.
    const isWord = found.itemCount === 0 && !found.exact && prefix === query.text
    return isWord
      ? { ...searchExpression(database, query, allOf(parseSearchTerms(query.text))), missingNumber: query.number }
      : found
  }
  const terms = parseSearchTerms(query.text)
  if (terms.length === 0) return emptyResults(query)
  const named = parseNamedNumber(query.text)
  return { ...searchWords(database, query, terms), exact: named && getExact(database, named) }
}

/** Lists at most eight articles that fit what was typed so far: by number, or by words of the title. */
export function suggestFromIndex(database: IndexDatabase, text: string): Suggestion[] {
  const digits = /^(?:kb|q)?\s?0*([1-9]\d{0,6})$/i.exec(text.trim())?.[1]
  const columns = 'article.number, article.title, article.state'
  if (digits !== undefined) {
    const { condition, parameters } = numberPrefixRanges('article.number', digits)
    return allRows(database, `SELECT ${columns} FROM article WHERE ${condition} ORDER BY number LIMIT ?`, [
      ...parameters,
      MAX_SUGGESTIONS,
    ])
  }
  const terms = parseSearchTerms(text)
  if (terms.length === 0 || text.trim().length < 2) return []
  return allRows(
    database,
    `SELECT ${columns} FROM titleText JOIN article ON article.number = titleText.rowid
     WHERE titleText MATCH ? ORDER BY titleText.rank, article.number LIMIT ?`,
    [allOfWithPrefix(terms), MAX_SUGGESTIONS],
  )
}

/** Articles with all of the words, or, where none has them, with some of the rarest. */
function searchWords(database: IndexDatabase, query: SearchQuery, terms: readonly SearchTerm[]): SearchResults {
  const all = searchExpression(database, query, allOf(terms))
  if (all.itemCount > 0 || (terms.length === 1 && !terms[0]?.text.includes(' ')))
    return { ...all, isPartialMatch: false }
  const rare = chooseRareTerms(database, splitPhrases(terms))
  return rare.length === 0 ? all : { ...searchExpression(database, query, anyOf(rare)), isPartialMatch: true }
}

function searchNumber(database: IndexDatabase, query: SearchQuery, prefix: string | undefined): SearchResults {
  const digits = prefix ?? String(query.number)
  const filter = filterOf(query)
  const range = numberPrefixRanges('article.number', digits)
  const from = `FROM article WHERE (${range.condition}) AND ${filter.condition}`
  const parameters = [...range.parameters, ...filter.parameters]
  const count = firstRow<{ count: number }>(database, `SELECT count(*) AS count ${from}`, parameters)?.count ?? 0
  const rows = allRows<SummaryRow & { description: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, article.description ${from} ORDER BY article.number LIMIT ? OFFSET ?`,
    [...parameters, RESULTS_PER_PAGE, (query.page - 1) * RESULTS_PER_PAGE],
  )
  const exact = query.number === undefined ? undefined : getExact(database, query.number)
  const items = rows.map(({ description, ...row }) => ({
    article: rowToSummary(row),
    title: [{ text: row.title, isMatch: false }],
    snippet: [{ text: description, isMatch: false }],
    fixedIn: firstFix(database, row.number),
  }))
  return {
    ...pageOf(query, items, count),
    exact,
    missingNumber: exact ? undefined : query.number,
    isPartialMatch: false,
    facets: NO_FACETS,
  }
}

/** The article of this number, or the one that was published under it as well. */
function getExact(database: IndexDatabase, number: KbNumber): ArticleSummary | undefined {
  const aliased = getAliased(database, number)
  return getSummary(database, number) ?? (aliased && getSummary(database, aliased))
}

function searchExpression(database: IndexDatabase, query: SearchQuery, expression: string): SearchResults {
  const { itemCount, facets } = countHits(database, query, expression)
  const numbers = itemCount === 0 ? [] : rankHits(database, query, expression)
  return { ...pageOf(query, describeHits(database, expression, numbers), itemCount), isPartialMatch: false, facets }
}

function rankHits(database: IndexDatabase, query: SearchQuery, expression: string): KbNumber[] {
  const { condition, parameters } = filterOf(query)
  // Each hit is looked at, so that without a filter its row is left alone.
  const join = condition === NO_CONDITION ? '' : 'JOIN article ON article.number = articleText.rowid'
  return allRows<{ number: KbNumber }>(
    database,
    `SELECT articleText.rowid AS number FROM articleText ${join} WHERE articleText MATCH ? AND ${condition}
     ORDER BY ${RANK}, articleText.rowid LIMIT ? OFFSET ?`,
    [expression, ...parameters, RESULTS_PER_PAGE, (query.page - 1) * RESULTS_PER_PAGE],
  ).map(({ number }) => number)
}

/** Describes the hits of one page, in their order. */
function describeHits(database: IndexDatabase, expression: string, numbers: readonly KbNumber[]): SearchResult[] {
  const snippets = makeSnippets(database, expression, numbers)
  return numbers.flatMap((number) => {
    const article = getSummary(database, number)
    const parts = snippets.get(number)
    return article && parts ? [{ article, ...parts, fixedIn: firstFix(database, number) }] : []
  })
}

function firstFix(database: IndexDatabase, number: KbNumber): KbNumber | undefined {
  return firstRow<{ fixedBy: KbNumber }>(
    database,
    `SELECT fix.fixedBy FROM fix JOIN article ON article.number = fix.fixedBy WHERE fix.number = ?
     ORDER BY article.released IS NULL, article.released, fix.fixedBy LIMIT 1`,
    [number],
  )?.fixedBy
}

/** Where no article has a phrase, its words count alone. */
function splitPhrases(terms: readonly SearchTerm[]): SearchTerm[] {
  return terms.flatMap((term) => (term.isPhrase ? parseSearchTerms(term.text) : [term]))
}

function pageOf(query: SearchQuery, items: SearchResult[], itemCount: number) {
  return { query, items, itemCount, page: query.page, pageCount: Math.max(1, Math.ceil(itemCount / RESULTS_PER_PAGE)) }
}

function emptyResults(query: SearchQuery): SearchResults {
  return { ...pageOf(query, [], 0), isPartialMatch: false, facets: NO_FACETS }
}
