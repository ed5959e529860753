import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { extractTerms } from '@/lib/kb/search/terms'
import { NO_WORD, type WordSequence } from './phrases/word-table'
import { MAX_IMPACT, TITLE_FLAG } from './posting-list'
import { TextPlaces, type Vocabulary } from './vocabulary'

/** What the full text keeps of one article. Plain data, since workers make it. */
export interface SearchDocument extends WordSequence {
  /** What the places of terms and words stand for. */
  readonly vocabulary: Vocabulary
  /** The places of the distinct terms. */
  readonly terms: Uint32Array
  /** The impact of each term, one byte each; see `posting-list.ts`. */
  readonly impacts: Uint8Array
  /** Words that lead to the article but are not in its text. */
  readonly keywords: string
  readonly products: string
  /** The text of the body, compressed. */
  readonly body: Uint8Array
}

type SearchFields = Readonly<Record<'title' | 'keywords' | 'products' | 'headings' | 'body', string>>

/**
 * BM25F: `weight` is how much a match counts against one in the body, `pivot` the usual length of the field in words, and
 * `slope` how much less a match counts in a longer one. The lengths are constants, so that the impacts of an article do not
 * depend on other articles. Tuned on bench/relevance (docs/performance.md).
 */
const FIELDS = {
  title: { weight: 8, pivot: 9, slope: 0.5 },
  keywords: { weight: 1.5, pivot: 7, slope: 0 },
  products: { weight: 0.6, pivot: 14, slope: 0.1 },
  lead: { weight: 3, pivot: 336, slope: 0.6 },
  body: { weight: 1, pivot: 336, slope: 0.6 },
} as const
type Field = keyof typeof FIELDS

/** The more often a term occurs, the less each occurrence adds. */
const SATURATION = 1.8
/** Characters of a body that count like headings: they say what the article is about. */
const LEAD_LENGTH = 600

/** Gives what extracts the documents of a batch of articles, which share one vocabulary. */
export function prepareBatch(): (article: Article, facts: ArticleFacts) => SearchDocument {
  const places = createPlaces()
  const vocabulary = { terms: places.terms.texts, words: places.words.texts }
  return (article, facts) => ({ vocabulary, ...prepareDocument(article, facts, places) })
}

function prepareDocument({ frontMatter }: Article, facts: ArticleFacts, places: Places) {
  const { title, number, queryWords, shortTitle, build, keywords = [], products = [], productGroup } = frontMatter
  const headings = facts.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
  const fields: SearchFields = {
    title,
    keywords: joinWords(queryWords, formatKbNumber(number), shortTitle, build, ...keywords),
    products: [...products, productGroup ?? ''].join(' '),
    headings: joinWords(...headings),
    body: facts.plainText,
  }
  const { occurrences, plainWords, sequence, lengths } = countFields(fields, places.words)
  return {
    terms: Uint32Array.from(occurrences.keys(), (term) => places.terms.placeOf(term)),
    impacts: Uint8Array.from(occurrences.values(), (occurrence) => occurrenceToImpact(occurrence, lengths)),
    plainWords: new Uint32Array(plainWords),
    sequence: new Uint32Array(sequence),
    keywords: fields.keywords,
    products: fields.products,
    body: compressText(facts.plainText),
  }
}

/** Gives the terms and words that `prepareBatch` found in an article with these fields. */
export function listTermsAndWords(fields: Omit<SearchFields, 'headings'>) {
  const words = new TextPlaces()
  const { occurrences, plainWords } = countFields({ ...fields, headings: '' }, words)
  return {
    terms: occurrences.keys(),
    words: words.texts,
    plainWords: plainWords.map((place) => words.texts[place] ?? ''),
  }
}

export function expandText(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString('utf8')
}

function joinWords(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ')
}

function compressText(text: string): Uint8Array {
  // A copy, since the result of zlib is part of a buffer of 16 KB that would be sent between threads as a whole.
  return new Uint8Array(deflateRawSync(text, { level: 4 }))
}

type Occurrence = Record<Field, number>

const noOccurrence = (): Occurrence => ({ title: 0, keywords: 0, products: 0, lead: 0, body: 0 })

/** A distinct word as it is written, with the counts of its term. */
interface KnownWord {
  readonly occurrence: Occurrence
  readonly place: number
}

type Places = ReturnType<typeof createPlaces>

function createPlaces() {
  return { terms: new TextPlaces(), words: new TextPlaces() }
}

function countFields({ title, keywords, products, headings, body }: SearchFields, words: TextPlaces) {
  const occurrences = new Map<string, Occurrence>()
  const known = new Map<string, KnownWord>()
  const [plainWords, sequence]: [number[], number[]] = [[], []]
  const lengths = noOccurrence()
  const occurrenceOf = (term: string) => {
    const counted = occurrences.get(term)
    const occurrence = counted ?? noOccurrence()
    if (!counted) occurrences.set(term, occurrence)
    return occurrence
  }
  const learn = (term: string, plain: string | undefined) => {
    const word = { occurrence: occurrenceOf(term), place: words.placeOf(plain ?? term) }
    if (plain !== undefined) plainWords.push(word.place)
    known.set(plain ?? term, word)
    return word
  }
  const countField = (text: string, field: Field, isInSequence = false) =>
    extractTerms(text, {
      onWord: (term, plain, _start, _end, halves) => {
        const { occurrence, place } = known.get(plain ?? term) ?? learn(term, plain)
        occurrence[field]++
        lengths[field]++
        if (isInSequence && halves) for (const half of halves) sequence.push(words.placeOf(half))
        else if (isInSequence) sequence.push(place)
      },
      onPart: (term) => occurrenceOf(term)[field]++,
    })
  countField(title, 'title', true)
  sequence.push(NO_WORD)
  countField(keywords, 'keywords')
  countField(products, 'products')
  countField(headings, 'lead')
  const leadEnd = findLeadEnd(body)
  countField(body.slice(0, leadEnd), 'lead', true)
  countField(body.slice(leadEnd), 'body', true)
  sequence.push(NO_WORD)
  return { occurrences, plainWords, sequence, lengths }
}

/** The lead ends between two words. */
function findLeadEnd(body: string): number {
  if (body.length <= LEAD_LENGTH) return body.length
  const blank = body.slice(LEAD_LENGTH).search(/\s/)
  return blank < 0 ? body.length : LEAD_LENGTH + blank
}

function occurrenceToImpact(occurrence: Occurrence, lengths: Record<Field, number>): number {
  const textLength = lengths.lead + lengths.body
  let frequency = 0
  for (const field of ['title', 'keywords', 'products', 'lead', 'body'] as const) {
    if (occurrence[field] === 0) continue
    const { weight, pivot, slope } = FIELDS[field]
    const length = field === 'lead' || field === 'body' ? textLength : lengths[field]
    frequency += (weight * occurrence[field]) / (1 - slope + (slope * length) / pivot)
  }
  const impact = Math.max(1, Math.round((MAX_IMPACT * frequency) / (SATURATION + frequency)))
  return impact | (occurrence.title > 0 ? TITLE_FLAG : 0)
}
