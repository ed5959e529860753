import type { ArticleSummary } from '@/lib/kb/article'
import type { KbNumber } from '@/lib/kb/kb-number'
import type { SearchQuery, SearchResult, SearchResults, SnippetPart, Suggestion } from '@/lib/kb/search-query'
import { RESULTS_PER_PAGE } from '@/lib/kb/search-query'
import { countFacets, NO_FACETS } from './facets'
import { filterOf } from './filter'
import { allOf, allOfWithPrefix, anyOf, parseSearchTerms, type SearchTerm } from './fts-query'
import { numberPrefixRanges } from './number-prefix'
import type { IndexDatabase } from './open'
import { chooseRareTerms } from './rare-terms'
import { getAliased } from './relations'
import { allRows, firstRow } from './rows'
import { getSummary, rowToSummary, SUMMARY_COLUMNS, type SummaryRow } from './summaries'

/** A match in the title counts as ten in the text; query words were written for searching. */
const RANK = 'bm25(articleText, 10.0, 1.0, 3.0)'
/** Marks around matches; bodies hold no control characters. */
const [MATCH_START, MATCH_END] = ['\u0001', '\u0002']
const SNIPPET_TOKENS = 28
const MAX_SUGGESTIONS = 8

/**
 * Searches numbers, titles and text. A number gives its article and those whose numbers begin so; words give the articles
 * that have all of them, or, where none has, those that have some of the rarest. Any text is legal; an internal fault is
 * thrown, never an empty result.
 */
export function searchIndex(database: IndexDatabase, query: SearchQuery): SearchResults {
  const prefix = /^(?:kb|q)?\s?0*([1-9]\d{0,6})$/i.exec(query.text)?.[1]
  if (query.number !== undefined || prefix !== undefined) return searchNumber(database, query, prefix)
  const terms = parseSearchTerms(query.text)
  if (terms.length === 0) return emptyResults(query)
  const all = searchExpression(database, query, allOf(terms))
  if (all.itemCount > 0 || (terms.length === 1 && !terms[0]?.text.includes(' ')))
    return { ...all, isPartialMatch: false }
  const rare = chooseRareTerms(database, splitPhrases(terms))
  return rare.length === 0 ? all : { ...searchExpression(database, query, anyOf(rare)), isPartialMatch: true }
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
  const filter = filterOf(query)
  const from = `FROM articleText JOIN article ON article.number = articleText.rowid
    WHERE articleText MATCH ? AND ${filter.condition}`
  const parameters = [expression, ...filter.parameters]
  const count = firstRow<{ count: number }>(database, `SELECT count(*) AS count ${from}`, parameters)?.count ?? 0
  const ranked = allRows<{ number: KbNumber }>(
    database,
    `SELECT article.number ${from} ORDER BY ${RANK}, article.number LIMIT ? OFFSET ?`,
    [...parameters, RESULTS_PER_PAGE, (query.page - 1) * RESULTS_PER_PAGE],
  )
  const items = ranked.map(({ number }) => describeHit(database, expression, number)).filter((hit) => hit !== undefined)
  return { ...pageOf(query, items, count), isPartialMatch: false, facets: countFacets(database, query, expression) }
}

/** Snippets are made for the hits of one page only: each reads its text. */
function describeHit(database: IndexDatabase, expression: string, number: KbNumber): SearchResult | undefined {
  const row = firstRow<SummaryRow & { markedTitle: string; snippet: string }>(
    database,
    `SELECT ${SUMMARY_COLUMNS}, highlight(articleText, 0, ?, ?) AS markedTitle,
       snippet(articleText, 1, ?, ?, '…', ${SNIPPET_TOKENS}) AS snippet
     FROM articleText JOIN article ON article.number = articleText.rowid
     WHERE articleText MATCH ? AND articleText.rowid = ?`,
    [MATCH_START, MATCH_END, MATCH_START, MATCH_END, expression, number],
  )
  return (
    row && {
      article: rowToSummary(row),
      title: splitMarks(row.markedTitle),
      snippet: splitMarks(row.snippet.replace(/\s+/g, ' ')),
      fixedIn: firstFix(database, number),
    }
  )
}

function firstFix(database: IndexDatabase, number: KbNumber): KbNumber | undefined {
  return firstRow<{ fixedBy: KbNumber }>(
    database,
    `SELECT fix.fixedBy FROM fix JOIN article ON article.number = fix.fixedBy WHERE fix.number = ?
     ORDER BY article.released IS NULL, article.released, fix.fixedBy LIMIT 1`,
    [number],
  )?.fixedBy
}

function splitMarks(text: string): SnippetPart[] {
  const parts: SnippetPart[] = []
  for (const [index, piece] of text.split(MATCH_START).entries()) {
    const [match, rest] = index === 0 ? ['', piece] : [piece.split(MATCH_END)[0] ?? '', piece.split(MATCH_END)[1] ?? '']
    if (match) parts.push({ text: match, isMatch: true })
    if (rest) parts.push({ text: rest, isMatch: false })
  }
  return parts
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
