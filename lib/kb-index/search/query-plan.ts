import type { EngineQuery } from '@/lib/kb/search/search-engine'
import { isStopWord } from '@/lib/kb/search/stop-words'
import { listSynonyms, MAX_SYNONYM_WORDS } from '@/lib/kb/search/synonyms'
import { extractTerms, listWordTerms } from '@/lib/kb/search/terms'
import type { Postings } from './posting-list'
import { type Alternative, type ScoredWord, termToWord } from './scored-word'

/** Of more words only the rarest are searched: the others cost time and add nothing. */
const MAX_WORDS = 16
/** Limit for a query that consists of stop words only. */
const MAX_STOP_WORDS = 3
/** Add meanings only from three words on: short queries name a thing, long ones describe it. */
const MIN_WORDS_FOR_MEANINGS = 3
/** Whoever types this means the system, and not several dialogs. */
const SYSTEM = 'windows'
/** Words of a query beyond this are ignored. */
const MAX_READ_WORDS = 64
/** The weight of a piece of an identifier, or of an unknown identifier as a whole, beside its words. */
const PART_WEIGHT = 0.5
/** The weight of the words of an identifier in an article that does not have the identifier as a whole. */
const WORDS_OF_IDENTIFIER_WEIGHT = 0.6
/** Two words joined by a dot, an underscore or the like; but not `read/write`, `16-bit` or the release `5.5`. */
const IS_IDENTIFIER = /^(?!\d+\.\d+$).*(?:[._:@+]|\d-\d)/

/** What a query asks of the full text. */
export interface QueryPlan<Mentions = Postings> {
  readonly words: readonly ScoredWord<Mentions>[]
  /** Only articles with all of these are hits. */
  readonly phrases: readonly string[]
  /** Articles with these come first. */
  readonly preferred: readonly string[]
  /** Articles with any of these are no hits. */
  readonly excludedTerms: readonly string[]
  readonly excludedPhrases: readonly string[]
  /** Terms that are highlighted in a hit, and how much each counts for its excerpt. */
  readonly marked: ReadonlyMap<string, number>
  /** Other names and words that were searched as well, as the table of synonyms writes them. */
  readonly alsoSearched: readonly string[]
}

/** A signature with its articles, which stand for each of its terms. */
interface PlannedSignature<Mentions> {
  readonly terms: readonly string[]
  readonly articles: Mentions
}

interface QueryWord {
  readonly term: string
  /** As typed, in lower case, if it consists of letters. */
  readonly plain?: string
}

/** An identifier of several words, such as `services.exe`: those from `start` up to `end`. */
interface Identifier {
  readonly term: string
  readonly start: number
  readonly end: number
}

type QueryWords = ReturnType<typeof parseQueryWords>
type ChosenWords = ReturnType<typeof chooseWords>
type Synonyms<Mentions> = ReadonlyMap<string, readonly Alternative<Mentions>[]>

/** Plans the search for a query, whose words may have been corrected. `count` gives how many articles have a term. */
export function planQuery<Mentions = Postings>(
  query: Pick<EngineQuery, 'words' | 'phrases' | 'preferred' | 'excluded' | 'isVerbatim'>,
  count: (term: string) => number,
  signatures: readonly PlannedSignature<Mentions>[] = [],
): QueryPlan<Mentions> {
  const text = parseQueryWords(query.words.join(' '))
  const inPhrases = query.phrases.flatMap((phrase) => parseQueryWords(phrase).words)
  const excluded = query.excluded.map((phrase) => ({ phrase, terms: listWordTerms(phrase) }))
  const chosen = chooseWords(text, inPhrases, count)
  const synonyms: Synonyms<Mentions> = query.isVerbatim
    ? new Map()
    : withSignatures(findSynonyms(text, chosen), signatures)
  return {
    words: [...listWords(text, chosen, synonyms), ...listExtraWords(text, chosen)],
    phrases: query.phrases,
    preferred: query.preferred,
    excludedTerms: excluded.flatMap(({ terms }) => (terms.length === 1 ? terms : [])),
    excludedPhrases: excluded.flatMap(({ terms, phrase }) => (terms.length > 1 ? phrase : [])),
    alsoSearched: listAlsoSearched(chosen, synonyms, count),
    marked: weighMarkedTerms(chosen, synonyms),
  }
}

function parseQueryWords(text: string) {
  const words: QueryWord[] = []
  const identifiers: Identifier[] = []
  // Such as `display` of `GetDisplayName`.
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

/** Chooses the words that are searched: no stop words unless there is nothing else, and known identifiers instead of their words. */
function chooseWords(text: QueryWords, inPhrases: readonly QueryWord[], count: (term: string) => number) {
  const all = [...text.words, ...inPhrases]
  const distinctive = all.filter(({ plain }) => plain === undefined || !isStopWord(plain))
  const [own, limit] = distinctive.length > 0 ? [distinctive, MAX_WORDS] : [all, MAX_STOP_WORDS]
  const identifiers = text.identifiers.filter(({ term }) => IS_IDENTIFIER.test(term) && count(term) > 0)
  const inIdentifiers = new Set(identifiers.flatMap(({ start, end }) => text.words.slice(start, end)))
  const terms = [...new Set(own.filter((word) => !inIdentifiers.has(word)).map(({ term }) => term))]
  return { own, terms, searched: chooseRarest(terms, limit, count), identifiers }
}

/** Chooses the terms that the fewest articles have, in the order of the query. */
function chooseRarest(terms: readonly string[], limit: number, count: (term: string) => number): readonly string[] {
  if (terms.length <= limit) return terms
  const rarest = terms
    .map((term) => ({ term, count: count(term) }))
    .filter((counted) => counted.count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, limit)
  return terms.filter((term) => rarest.some((counted) => counted.term === term))
}

/** Finds what may stand for each term: its synonyms and those of neighboring terms of which it is one. */
function findSynonyms({ words }: QueryWords, { terms }: ChosenWords): Synonyms<never> {
  const synonyms = new Map<string, Alternative<never>[]>(terms.map((term) => [term, []]))
  for (const start of words.keys()) {
    for (let length = 1; length <= MAX_SYNONYM_WORDS && start + length <= words.length; length++) {
      const replaced = words.slice(start, start + length).map(({ term }) => term)
      for (const synonym of listSynonyms(replaced)) {
        if (!synonym.isName && (terms.length < MIN_WORDS_FOR_MEANINGS || words[start]?.plain === SYSTEM)) continue
        const alternative = { ...synonym, isName: synonym.isName }
        for (const term of replaced) if (!synonym.terms.includes(term)) synonyms.get(term)?.push(alternative)
      }
    }
  }
  return synonyms
}

function withSignatures<Mentions>(
  synonyms: Synonyms<never>,
  signatures: readonly PlannedSignature<Mentions>[],
): Synonyms<Mentions> {
  const all = new Map<string, readonly Alternative<Mentions>[]>(synonyms)
  for (const { terms, articles } of signatures) {
    for (const term of terms) all.set(term, [...(all.get(term) ?? []), { terms: [], weight: 1, articles }])
  }
  return all
}

/** A known identifier is searched as one word; its words stand for it if an article has all of them. */
function listWords<Mentions>(
  text: QueryWords,
  chosen: ChosenWords,
  synonyms: Synonyms<Mentions>,
): ScoredWord<Mentions>[] {
  const identifiers = chosen.identifiers.slice(0, MAX_WORDS).map(({ term, start, end }) => {
    const terms = text.words.slice(start, end).map((word) => word.term)
    const mentions = terms.flatMap((word) => synonyms.get(word) ?? []).filter(({ articles }) => articles)
    return termToWord(term, [{ terms, weight: WORDS_OF_IDENTIFIER_WEIGHT }, ...mentions])
  })
  return [...identifiers, ...chosen.searched.map((term) => termToWord(term, synonyms.get(term)))]
}

function listExtraWords({ identifiers, pieces }: QueryWords, chosen: ChosenWords): ScoredWord<never>[] {
  const unknown = identifiers.filter((identifier) => !chosen.identifiers.includes(identifier)).map(({ term }) => term)
  return [...pieces, ...unknown]
    .filter((term) => !chosen.terms.includes(term))
    .slice(0, MAX_WORDS)
    .map((term) => ({ ...termToWord(term), weight: PART_WEIGHT, isExtra: true }))
}

/** Lists the synonyms of words that any article has. */
function listAlsoSearched(
  { searched }: ChosenWords,
  synonyms: Synonyms<unknown>,
  count: (term: string) => number,
): string[] {
  const found = searched.flatMap((term) => synonyms.get(term) ?? [])
  const known = found.filter(({ terms }) => terms.length > 0 && terms.every((term) => count(term) > 0))
  return [...new Set(known.flatMap(({ text }) => text ?? []))]
}

/** Synonyms are highlighted as well, but count less for an excerpt than the words of the query. */
function weighMarkedTerms({ own }: ChosenWords, synonyms: Synonyms<unknown>): Map<string, number> {
  const marked = new Map<string, number>()
  for (const { terms, weight } of [...synonyms.values()].flat()) {
    for (const term of terms) marked.set(term, Math.max(marked.get(term) ?? 0, weight / terms.length))
  }
  for (const { term } of own) marked.set(term, 1)
  return marked
}
