import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { SearchQuery, SearchResult, SearchResults } from '@/lib/kb/search/search-query'
import { RESULTS_PER_PAGE, readProductAsText } from '@/lib/kb/search/search-query'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { inOneRead } from '@/lib/kb-index/file/driver'
import { firstRow } from '@/lib/kb-index/file/rows'
import { getAliased } from '@/lib/kb-index/read/relations'
import { getDescription, getSummary } from '@/lib/kb-index/read/summaries'
import { NO_FACETS, narrowHits } from './facets'
import { findProductMask, isProductFilter } from './product-mask'
import { planQuery, type QueryPlan } from './query-plan'
import { type RankedHits, rankWords } from './rank-words'
import { type SearchMemory, searchMemoryOf } from './search-memory'
import { listNumbersWithPrefix, parseNumberPrefix } from './search-numbers'
import { makeExcerpt, markTerms } from './snippets'
import { repairText } from './spelling'

/**
 * Searches numbers, titles and text. A number gives its article and those whose numbers begin so; words give the articles
 * that have them, those with all words and with words in the title first. Any text is legal; an internal fault is thrown,
 * never an empty result.
 */
export function searchIndex(database: IndexDatabase, query: SearchQuery): SearchResults {
  return inOneRead(database, () => {
    const { product } = query
    const isUnknown = product !== undefined && !isProductFilter(database, product)
    return search(database, searchMemoryOf(database), isUnknown ? readProductAsText(query) : query)
  })
}

function search(database: IndexDatabase, memory: SearchMemory, query: SearchQuery): SearchResults {
  const prefix = parseNumberPrefix(query.text)
  if (query.number !== undefined || prefix !== undefined) {
    const found = searchNumber(database, memory, query, prefix)
    // `11306` may be an event and `1603` an error: digits that begin no article's number are a word like any other.
    const isWord = found.itemCount === 0 && !found.exact && prefix === query.text
    return isWord ? { ...searchWords(database, memory, query), missingNumber: query.number } : found
  }
  const { namedNumber } = query
  const exact = namedNumber && getExact(database, namedNumber)
  return {
    ...searchWords(database, memory, query),
    exact,
    missingNumber: exact ? undefined : namedNumber,
  }
}

function searchWords(database: IndexDatabase, memory: SearchMemory, query: SearchQuery): SearchResults {
  const found = searchPlanned(database, memory, query)
  if (found.itemCount > 0 || query.phrases.length === 0) return found
  // Where nothing has a phrase, its words count alone.
  const words = [...query.words, ...query.phrases.flatMap((phrase) => phrase.split(/\s+/))]
  const loose = searchPlanned(database, memory, { ...query, words, phrases: [] })
  return { ...loose, query, correctedText: undefined, isPartialMatch: loose.itemCount > 0 }
}

function searchPlanned(database: IndexDatabase, memory: SearchMemory, query: SearchQuery): SearchResults {
  const repaired = query.isVerbatim ? undefined : repairText(database, memory, query.words)
  const plan = planQuery(database, repaired ? { ...query, words: repaired } : query)
  if (plan.sought.length === 0 && !hasFilter(query)) return emptyResults(query)
  const ranked = rankWords(database, memory, plan, query)
  return {
    ...pageOf(query, describeHits(database, memory, plan, ranked), ranked.itemCount),
    correctedText: repaired && correctText(query, repaired),
    isPartialMatch: ranked.isPartialMatch,
    facets: ranked.facets,
  }
}

/** Whatever the filters leave is a hit where no word is sought. */
function hasFilter({ product, kind, state, year }: SearchQuery): boolean {
  return [product, kind, state, year].some((filter) => filter !== undefined)
}

/** The text as it was typed, but for the words that were repaired. */
function correctText({ text, words }: SearchQuery, repaired: readonly string[]): string {
  let corrected = ''
  let rest = text
  for (const [index, word] of words.entries()) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    corrected += rest.slice(0, at) + (repaired[index] ?? word)
    rest = rest.slice(at + word.length)
  }
  return corrected + rest
}

function searchNumber(
  database: IndexDatabase,
  memory: SearchMemory,
  query: SearchQuery,
  prefix: string | undefined,
): SearchResults {
  const digits = prefix ?? String(query.number)
  const { ordinals, facets } = narrowHits(memory, query, {
    ordinals: listNumbersWithPrefix(memory.numbers, digits),
    ofProduct: findProductMask(database, memory, query.product),
  })
  const exact = query.number === undefined ? undefined : getExact(database, query.number)
  const start = (query.page - 1) * RESULTS_PER_PAGE
  const items = ordinals.slice(start, start + RESULTS_PER_PAGE).flatMap((ordinal): SearchResult[] => {
    const number = memory.numbers[ordinal] as KbNumber
    const article = getSummary(database, number)
    if (!article) return []
    return [
      {
        article,
        title: [{ text: article.title, isMatch: false }],
        snippet: [{ text: getDescription(database, number) ?? '', isMatch: false }],
        fixedIn: firstFix(database, number),
      },
    ]
  })
  return {
    ...pageOf(query, items, ordinals.length),
    exact,
    missingNumber: exact ? undefined : query.number,
    isPartialMatch: false,
    facets,
  }
}

/** The article of this number, or the one that was published under it as well. */
function getExact(database: IndexDatabase, number: KbNumber): ArticleSummary | undefined {
  const aliased = getAliased(database, number)
  return getSummary(database, number) ?? (aliased && getSummary(database, aliased))
}

/** Describes the hits of one page, in their order. */
function describeHits(
  database: IndexDatabase,
  memory: SearchMemory,
  { marked }: QueryPlan,
  { page, texts }: RankedHits,
): SearchResult[] {
  return page.flatMap((ordinal) => {
    const article = getSummary(database, memory.numbers[ordinal] as KbNumber)
    if (!article) return []
    const title = markTerms(article.title, marked)
    const snippet = makeExcerpt(texts.get(ordinal) ?? '', marked)
    return [{ article, title, snippet, fixedIn: firstFix(database, article.number) }]
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

function pageOf(query: SearchQuery, items: SearchResult[], itemCount: number) {
  return { query, items, itemCount, page: query.page, pageCount: Math.max(1, Math.ceil(itemCount / RESULTS_PER_PAGE)) }
}

function emptyResults(query: SearchQuery): SearchResults {
  return { ...pageOf(query, [], 0), isPartialMatch: false, facets: NO_FACETS }
}
