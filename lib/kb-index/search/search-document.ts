import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article, ArticleFacts } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { extractTerms } from '@/lib/kb/search/terms'
import { MAX_IMPACT, TITLE_FLAG } from './posting-list'

/** What the full text holds of one article, ready to be written: made in workers, so of plain data. */
export interface SearchDocument {
  /** The distinct terms, one a line. */
  readonly terms: string
  /** For each term a byte: how much it counts in this article, and whether it stands in the title. */
  readonly impacts: Uint8Array
  /** The distinct plain words before stemming, one a line: what typing errors are repaired from. */
  readonly words: string
  /** Keywords and other words that lead to the article and do not stand in its text. */
  readonly keywords: string
  /** The names of the products, one after the other. */
  readonly products: string
  /** The text of the body, compressed. */
  readonly body: Uint8Array
}

/** The parts of an article that search tells apart. */
export interface SearchFields {
  readonly title: string
  readonly keywords: string
  readonly products: string
  readonly headings: string
  readonly body: string
}

/**
 * BM25F: a field's weight is how much a match there counts against one in the body; `pivot` is the usual length of the
 * field in words, and `slope` how much a longer one counts less. The lengths are constants, so that what an article
 * counts does not change with the others. Tuned on bench/relevance (docs/performance.md).
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
/** Headings and the beginning of a body say what it is about. */
const LEAD_LENGTH = 600

/** Makes what the full text holds of an article. */
export function makeSearchDocument({ frontMatter }: Article, facts: ArticleFacts): SearchDocument {
  const fields: SearchFields = {
    title: frontMatter.title,
    keywords: [
      frontMatter.queryWords,
      formatKbNumber(frontMatter.number),
      frontMatter.shortTitle,
      frontMatter.build,
      ...(frontMatter.keywords ?? []),
    ]
      .filter((words) => words !== undefined)
      .join(' '),
    products: [...(frontMatter.products ?? []), frontMatter.productGroup ?? ''].join(' '),
    headings: facts.blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ text }) => text)
      .join(' '),
    body: facts.plainText,
  }
  const { occurrences, words, lengths } = readFields(fields)
  const terms = [...occurrences.keys()]
  return {
    terms: terms.join('\n'),
    impacts: Uint8Array.from(occurrences.values(), (occurrence) => impactOf(occurrence, lengths)),
    words: [...words].join('\n'),
    keywords: fields.keywords,
    products: fields.products,
    body: compressText(facts.plainText),
  }
}

/** Gives the terms and plain words that `makeSearchDocument` has found in an article with these fields. */
export function listTermsAndWords(fields: Omit<SearchFields, 'headings'>): { terms: string[]; words: string[] } {
  const { occurrences, words } = readFields({ ...fields, headings: '' })
  return { terms: [...occurrences.keys()], words: [...words] }
}

/** Gives the text that `compressText` was given. */
export function expandText(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString('utf8')
}

function compressText(text: string): Uint8Array {
  // A copy: what zlib gives lies in a buffer of 16 KB, all of which would travel between threads.
  return new Uint8Array(deflateRawSync(text, { level: 4 }))
}

type Occurrence = Record<Field, number>

function readFields({ title, keywords, products, headings, body }: SearchFields) {
  const occurrences = new Map<string, Occurrence>()
  const words = new Set<string>()
  const lengths: Occurrence = { title: 0, keywords: 0, products: 0, lead: 0, body: 0 }
  const count = (term: string, field: Field) => {
    const known = occurrences.get(term)
    const occurrence = known ?? { title: 0, keywords: 0, products: 0, lead: 0, body: 0 }
    if (!known) occurrences.set(term, occurrence)
    occurrence[field]++
  }
  const read = (text: string, field: Field) =>
    extractTerms(text, {
      onWord: (term, plain) => {
        count(term, field)
        lengths[field]++
        if (plain !== undefined) words.add(plain)
      },
      onPart: (term) => count(term, field),
    })
  read(title, 'title')
  read(keywords, 'keywords')
  read(products, 'products')
  read(headings, 'lead')
  const leadEnd = endOfLead(body)
  read(body.slice(0, leadEnd), 'lead')
  read(body.slice(leadEnd), 'body')
  return { occurrences, words, lengths }
}

/** The lead ends between two words. */
function endOfLead(body: string): number {
  if (body.length <= LEAD_LENGTH) return body.length
  const blank = body.slice(LEAD_LENGTH).search(/\s/)
  return blank < 0 ? body.length : LEAD_LENGTH + blank
}

function impactOf(occurrence: Occurrence, lengths: Record<Field, number>): number {
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
