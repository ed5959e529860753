import type { SearchQuery } from '@/lib/kb/search/search-query'
import { isStopWord } from '@/lib/kb/search/stop-words'
import { listSynonyms, MAX_SYNONYM_WORDS } from '@/lib/kb/search/synonyms'
import { extractTerms } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import type { Alternative, SoughtWord } from './rank-articles'
import { countArticlesWith } from './read-postings'

/** More words than this cost work and add nothing: the rarest are sought. */
const MAX_SOUGHT_WORDS = 16
/** Of a text that has nothing but words that say nothing. */
const MAX_SOUGHT_STOP_WORDS = 3
/** Who types fewer words names the thing; who types more describes it, in words that may not be the article's. */
const MIN_WORDS_FOR_MEANINGS = 3
/** A text is not read further than this. */
const MAX_READ_WORDS = 64
/** An identifier in whole, or a piece of one, beside its words. */
const PART_WEIGHT = 0.5
/** The words of an identifier in an article that does not have it whole. */
const PARTS_FOR_WHOLE = 0.6
/** What a dot, an underscore or the like joins is more than its words; not `read/write`, `16-bit`, or the release `5.5`. */
const IS_IDENTIFIER = /^(?!\d+\.\d+$).*(?:[._:@+]|\d-\d)/

/** A word of the query where it stands. */
export interface QueryWord {
  readonly term: string
  /** As typed, in lower case, where it is made of letters alone. */
  readonly plain?: string
}

/** What a query asks of the full text. */
export interface QueryPlan {
  readonly sought: readonly SoughtWord[]
  /** The terms of each phrase: articles without it are no hits. */
  readonly phrases: readonly (readonly string[])[]
  /** The terms of each excluded word or phrase: articles with it are no hits. */
  readonly excluded: readonly (readonly string[])[]
  /** Terms that are marked in a hit, and how much an excerpt with them says. */
  readonly marked: ReadonlyMap<string, number>
  /** Pairs of neighbours in the query, for nearness. */
  readonly sequence: readonly string[]
}

/** An identifier of several words, such as `services.exe`, and where its words stand among those of the query. */
interface Identifier {
  readonly term: string
  readonly start: number
  readonly end: number
}

interface QueryText {
  readonly words: readonly QueryWord[]
  readonly identifiers: readonly Identifier[]
  /** Pieces of single words, such as `display` of `GetDisplayName`. */
  readonly pieces: readonly string[]
}

/** Gives the words of a text as typed, with the further names of its identifiers. */
export function readQueryText(text: string): QueryText {
  const words: QueryWord[] = []
  const identifiers: Identifier[] = []
  const pieces = new Set<string>()
  extractTerms(text, {
    onWord: (term, plain) => {
      if (words.length < MAX_READ_WORDS) words.push({ term, plain })
    },
    onPart: (term, wordCount) => {
      if (wordCount === 0 && pieces.size < MAX_READ_WORDS) pieces.add(term)
      const start = words.length - wordCount
      if (wordCount > 0 && identifiers.length < MAX_READ_WORDS) identifiers.push({ term, start, end: words.length })
    },
  })
  return { words, identifiers, pieces: [...pieces] }
}

/** Plans the search for a query, whose `words` may have been repaired. */
export function planQuery(
  database: IndexDatabase,
  query: Pick<SearchQuery, 'words' | 'phrases' | 'excluded'>,
): QueryPlan {
  const text = readQueryText(query.words.join(' '))
  const phrases = query.phrases.map((phrase) => readQueryText(phrase).words)
  const all = [...text.words, ...phrases.flat()]
  const telling = all.filter(({ plain }) => plain === undefined || !isStopWord(plain))
  const own = telling.length > 0 ? telling : all
  const known = text.identifiers.filter(({ term }) => IS_IDENTIFIER.test(term) && countArticlesWith(database, term) > 0)
  const standsAlone = (word: QueryWord) => {
    const place = text.words.indexOf(word)
    return !known.some(({ start, end }) => place >= start && place < end)
  }
  const terms = [...new Set(own.filter(standsAlone).map(({ term }) => term))]
  const limit = telling.length > 0 ? MAX_SOUGHT_WORDS : MAX_SOUGHT_STOP_WORDS
  const chosen = new Set(chooseRarest(database, terms, limit))
  const alternatives = new Map<string, Alternative[]>(terms.map((term) => [term, [{ terms: [term], weight: 1 }]]))
  addSynonyms(text.words, alternatives, terms.length >= MIN_WORDS_FOR_MEANINGS)
  const sought = [
    ...known.slice(0, MAX_SOUGHT_WORDS).map((identifier) => seekIdentifier(identifier, text.words)),
    ...terms
      .filter((term) => chosen.has(term))
      .map((term) => ({ alternatives: alternatives.get(term) ?? [], weight: 1, isSought: true })),
  ]
  const added = [...text.pieces, ...text.identifiers.filter((part) => !known.includes(part)).map(({ term }) => term)]
    .filter((term) => !alternatives.has(term))
    .slice(0, MAX_SOUGHT_WORDS)
    .map((term) => ({ alternatives: [{ terms: [term], weight: 1 }], weight: PART_WEIGHT, isSought: false }))
  return {
    sought: [...sought, ...added],
    phrases: phrases.map((phrase) => phrase.map(({ term }) => term)).filter((phrase) => phrase.length > 0),
    excluded: query.excluded
      .map((excluded) => readQueryText(excluded).words.map(({ term }) => term))
      .filter((term) => term.length > 0),
    marked: markedTerms(own, alternatives),
    sequence: own.map(({ term }) => term),
  }
}

/** An identifier that the collection knows is sought as one; where it stands in parts, all of them must be there. */
function seekIdentifier({ term, start, end }: Identifier, words: readonly QueryWord[]): SoughtWord {
  const parts = words.slice(start, end).map((word) => word.term)
  const inParts = { terms: parts, weight: PARTS_FOR_WHOLE }
  return { alternatives: [{ terms: [term], weight: 1 }, inParts], weight: 1, isSought: true }
}

/** Of more words than can be sought, those that stand in fewest articles. */
function chooseRarest(database: IndexDatabase, terms: readonly string[], limit: number): readonly string[] {
  if (terms.length <= limit) return terms
  return terms
    .map((term) => ({ term, count: countArticlesWith(database, term) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, limit)
    .map(({ term }) => term)
}

/** What stands for words that are neighbours stands for each of them. */
function addSynonyms(
  words: readonly QueryWord[],
  alternatives: Map<string, Alternative[]>,
  hasMeanings: boolean,
): void {
  for (let start = 0; start < words.length; start++) {
    for (let length = 1; length <= MAX_SYNONYM_WORDS && start + length <= words.length; length++) {
      const terms = words.slice(start, start + length).map(({ term }) => term)
      for (const synonym of listSynonyms(terms)) {
        if (!synonym.isName && !hasMeanings) continue
        for (const term of terms) if (!synonym.terms.includes(term)) alternatives.get(term)?.push(synonym)
      }
    }
  }
}

/** Names and meanings of the words are marked as well, where the words themselves are not. */
function markedTerms(
  own: readonly QueryWord[],
  alternatives: ReadonlyMap<string, readonly Alternative[]>,
): Map<string, number> {
  const marked = new Map<string, number>()
  for (const { terms, weight } of [...alternatives.values()].flat()) {
    for (const term of terms) marked.set(term, Math.max(marked.get(term) ?? 0, weight / terms.length))
  }
  for (const { term } of own) marked.set(term, 1)
  return marked
}
