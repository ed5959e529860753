import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { WordSequence } from '@/lib/kb-index/search/phrases/word-table'
import { MAX_IMPACT, TITLE_FLAG } from '@/lib/kb-index/search/posting-list'
import { type ArticleCounts, FIELDS, type Field, TermCounter } from './count-terms'
import { MAX_VOCABULARY, NO_READER, type VocabularyPart } from './vocabulary'

/** What the full text keeps of one article. Plain data, since workers make it. */
export interface SearchDocument extends WordSequence {
  /** What is new in the vocabulary whose places stand for terms and words. */
  readonly vocabulary: VocabularyPart
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
const WEIGHTS: Readonly<Record<Field, { readonly weight: number; readonly pivot: number; readonly slope: number }>> = {
  title: { weight: 8, pivot: 9, slope: 0.5 },
  keywords: { weight: 1.5, pivot: 7, slope: 0 },
  products: { weight: 0.6, pivot: 14, slope: 0.1 },
  lead: { weight: 3, pivot: 336, slope: 0.6 },
  body: { weight: 1, pivot: 336, slope: 0.6 },
}

/** The more often a term occurs, the less each occurrence adds. */
const SATURATION = 1.8
/** Characters of a body that count like headings: they say what the article is about. */
const LEAD_LENGTH = 600

/** Makes documents in batches, which share a vocabulary that grows. */
export class DocumentMaker {
  readonly #reader: number
  #counter = new TermCounter()
  #sent = { terms: 0, words: 0 }
  #part: VocabularyPart

  /** Makers whose batches are written in another order than they are made in must have different readers. */
  constructor(reader = NO_READER) {
    this.#reader = reader
    this.#part = this.#nextPart()
  }

  make(article: Article, facts: ArticleFacts): SearchDocument {
    return { vocabulary: this.#part, ...prepareDocument(article, facts, this.#counter) }
  }

  /** Completes the documents that were made since the last time, of which there must be one. */
  endBatch(): void {
    const { terms, words } = this.#counter
    this.#part.terms = terms.texts.slice(this.#sent.terms)
    this.#part.words = words.texts.slice(this.#sent.words)
    this.#sent = { terms: terms.texts.length, words: words.texts.length }
    if (this.#sent.terms + this.#sent.words > MAX_VOCABULARY) {
      this.#counter = new TermCounter()
      this.#sent = { terms: 0, words: 0 }
    }
    this.#part = this.#nextPart()
  }

  #nextPart(): VocabularyPart {
    return { reader: this.#reader, termsBefore: this.#sent.terms, terms: [], words: [] }
  }
}

function prepareDocument({ frontMatter }: Article, facts: ArticleFacts, counter: TermCounter) {
  const { title, number, queryWords, shortTitle, build, keywords = [], products = [], productGroup } = frontMatter
  const headings = facts.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
  const fields: SearchFields = {
    title,
    keywords: joinWords(queryWords, formatKbNumber(number), shortTitle, build, ...keywords),
    products: [...products, productGroup ?? ''].join(' '),
    headings: joinWords(...headings),
    body: facts.plainText,
  }
  const counts = countFields(fields, counter)
  return {
    terms: Uint32Array.from(counts.terms),
    impacts: listImpacts(counts),
    plainWords: Uint32Array.from(counts.plainWords),
    sequence: Uint32Array.from(counts.sequence),
    keywords: fields.keywords,
    products: fields.products,
    body: compressText(facts.plainText),
  }
}

/** Gives the terms and words that a `DocumentMaker` found in an article with these fields. */
export function listTermsAndWords(fields: Omit<SearchFields, 'headings'>) {
  const counter = new TermCounter()
  const { plainWords } = countFields({ ...fields, headings: '' }, counter)
  const words = counter.words.texts
  return { terms: counter.terms.texts, words, plainWords: plainWords.map((place) => words[place] ?? '') }
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

function countFields({ title, keywords, products, headings, body }: SearchFields, counter: TermCounter): ArticleCounts {
  const leadEnd = findLeadEnd(body)
  return counter.count([
    { text: title, field: 'title', isInSequence: true, isApart: true },
    { text: keywords, field: 'keywords' },
    { text: products, field: 'products' },
    { text: headings, field: 'lead' },
    { text: body.slice(0, leadEnd), field: 'lead', isInSequence: true },
    { text: body.slice(leadEnd), field: 'body', isInSequence: true, isApart: true },
  ])
}

/** The lead ends between two words. */
function findLeadEnd(body: string): number {
  if (body.length <= LEAD_LENGTH) return body.length
  const blank = body.slice(LEAD_LENGTH).search(/\s/)
  return blank < 0 ? body.length : LEAD_LENGTH + blank
}

function listImpacts({ terms, counts, lengths }: ArticleCounts): Uint8Array {
  const [, , , lead = 0, body = 0] = lengths
  const factors = FIELDS.map((field, at) => {
    const { weight, pivot, slope } = WEIGHTS[field]
    const length = field === 'lead' || field === 'body' ? lead + body : (lengths[at] ?? 0)
    return { weight, norm: 1 - slope + (slope * length) / pivot }
  })
  return Uint8Array.from(terms, (_term, place) => {
    const start = place * factors.length
    let [frequency, at] = [0, start]
    for (const { weight, norm } of factors) {
      const count = counts[at++] ?? 0
      if (count > 0) frequency += (weight * count) / norm
    }
    const impact = Math.max(1, Math.round((MAX_IMPACT * frequency) / (SATURATION + frequency)))
    return impact | ((counts[start] ?? 0) > 0 ? TITLE_FLAG : 0)
  })
}
