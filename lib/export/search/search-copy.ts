import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseNumberPrefix, toPrefixQuery } from '@/lib/kb/search/number-prefix'
import type { EngineQuery } from '@/lib/kb/search/search-engine'
import { productToWord, RESULTS_PER_PAGE, type SearchQuery, type SearchResults } from '@/lib/kb/search/search-query'
import { planQuery } from '@/lib/kb-index/search/query-plan'
import { rankHits } from '@/lib/kb-index/search/rank-hits'
import { CopiedIndex } from './copied-index'
import type { CollectionData } from './search-files'

/** Loads files of the search by their names. */
export type LoadSearchFiles = (names: readonly string[]) => Promise<ReadonlyMap<string, unknown>>

/**
 * Searches a copy of the site as its server would, by the same rules and in the same order, but for what needs all words of the
 * collection at once: typing errors are not corrected, and error codes and builds are words like any other.
 */
export async function searchCopy(
  typed: SearchQuery,
  collection: CollectionData,
  load: LoadSearchFiles,
): Promise<SearchResults> {
  const files = new Map<string, unknown>()
  const index = new CopiedIndex(collection, files)
  // Each round is as fast as the search itself; it shows which files the next one needs.
  for (;;) {
    const results = search(index, collection, typed)
    if (index.missing.size === 0) return results
    for (const [name, data] of await load([...index.missing])) files.set(name, data)
    index.missing.clear()
  }
}

function search(index: CopiedIndex, collection: CollectionData, typed: SearchQuery): SearchResults {
  const isUnknown = typed.product !== undefined && index.facets.listWithProduct(typed.product).length === 0
  const query = isUnknown ? productToWord(typed) : typed
  const sought = query.number ?? query.namedNumber
  const exact = sought === undefined ? undefined : getExact(index, collection, sought)
  const prefix = parseNumberPrefix(query.text)
  const digits = query.number === undefined ? prefix : (prefix ?? String(query.number))
  const byNumber =
    digits === undefined ? undefined : rank(index, { ...query, ...toPrefixQuery(digits), page: query.page })
  // Digits that begin no article number are a word like any other.
  const isWord = byNumber?.itemCount === 0 && !exact && prefix === query.text
  const found: ReturnType<typeof searchWords> = byNumber && !isWord ? byNumber : searchWords(index, query)
  const { numbers, excerpts, itemCount, matchCount, alsoSearched, facets, isPartialMatch } = found
  const items = numbers.flatMap((number) => {
    const shown = index.getArticle(number)
    if (!shown) return []
    const { article, fixedIn, description } = shown
    const beginning = {
      title: [{ text: article.title, isMatch: false }],
      snippet: [{ text: description, isMatch: false }],
    }
    return [{ article, fixedIn, ...(excerpts.get(number) ?? beginning) }]
  })
  const missingNumber = exact ? undefined : sought
  return {
    query,
    items,
    itemCount,
    page: query.page,
    pageCount: Math.max(1, Math.ceil(itemCount / RESULTS_PER_PAGE)),
    exact,
    missingNumber,
    isCited: missingNumber === undefined ? undefined : collection.missing.includes(missingNumber),
    isNumberList: byNumber && !isWord,
    isPartialMatch,
    isPhraseMissing: found.isPhraseMissing,
    matchCount,
    alsoSearched,
    leftOut: [],
    namedProducts: [],
    facets,
  }
}

/** If nothing has a phrase, its words are searched one by one. */
function searchWords(index: CopiedIndex, query: SearchQuery): ReturnType<typeof rank> & { isPhraseMissing?: boolean } {
  const strict = rank(index, query)
  if (strict.itemCount > 0 || query.phrases.length === 0) return strict
  const words = [...query.words, ...query.phrases.flatMap((phrase) => phrase.split(/\s+/))]
  const loose = rank(index, { ...query, words, phrases: [] })
  return { ...loose, isPartialMatch: loose.itemCount > 0, isPhraseMissing: true }
}

function rank(index: CopiedIndex, query: EngineQuery) {
  const plan = planQuery(query, (term) => index.countArticlesWith(term))
  return rankHits(index, plan, query, [])
}

function getExact(index: CopiedIndex, { aliases }: CollectionData, number: KbNumber): ArticleSummary | undefined {
  const aliased = aliases.find(([alias]) => alias === number)?.[1]
  return (index.getArticle(number) ?? index.getArticle(aliased as KbNumber))?.article
}
