import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { EngineQuery } from '@/lib/kb/search/search-engine'
import type { Excerpt } from '@/lib/kb/search/search-query'
import { listWordTerms } from '@/lib/kb/search/terms'
import { measureNearness } from './nearness'
import type { QueryPlan } from './query-plan'
import { extractExcerpt, markTerms } from './snippets'
import { termFinder } from './term-matches'
import type { ArticleText } from './texts'

/** Only this many of the best hits are ranked by proximity. */
export const NEARNESS_DEPTH = 24
/** How much proximity counts against the words themselves. */
const NEARNESS_WEIGHT = 0.1
/** Only the first 24 words count for proximity. */
const MAX_NEAR_WORDS = 24
/** Only the title and the first 6,000 characters: in a longer text any two words are close somewhere. */
const MAX_NEAR_TEXT = 6000

/** One of the best hits. */
export interface BestHit {
  readonly number: KbNumber
  readonly score: number
  /** The title has all words that any article has. */
  readonly hasAllInTitle: boolean
}

interface Ordering {
  readonly plan: QueryPlan<unknown>
  readonly query: Pick<EngineQuery, 'words' | 'phrases'>
  readonly texts: ReadonlyMap<KbNumber, ArticleText>
  /** Gives how distinctive a term is. */
  readonly rarityOf: (term: string) => number
}

/** Orders the best hits by proximity as well, and puts those first whose title was typed in full. */
export function orderBest(hits: readonly BestHit[], ordering: Ordering): readonly KbNumber[] {
  const ranked = sortByNearness(hits, ordering)
  const typed = listWordTerms([...ordering.query.words, ...ordering.query.phrases].join(' ')).join(' ')
  const isExact = ({ number, hasAllInTitle }: BestHit) =>
    hasAllInTitle && isTitle(ordering.texts.get(number)?.title ?? '', typed)
  const exact = new Set(ranked.filter(isExact))
  return [...exact, ...ranked.filter((hit) => !exact.has(hit))].map(({ number }) => number)
}

function sortByNearness(hits: readonly BestHit[], { plan, texts, rarityOf }: Ordering): readonly BestHit[] {
  const terms = new Set(plan.sequence.slice(0, MAX_NEAR_WORDS))
  if (terms.size < 2) return hits
  const words = [...terms].map((term) => ({ term, rarity: rarityOf(term) }))
  const find = termFinder(terms)
  return hits
    .map((hit) => {
      const { title = '', body = '' } = texts.get(hit.number) ?? {}
      const nearness = measureNearness(find(`${title}. ${body.slice(0, MAX_NEAR_TEXT)}`), words)
      return { hit, value: hit.score + NEARNESS_WEIGHT * nearness }
    })
    .sort((a, b) => b.value - a.value || a.hit.number - b.hit.number)
    .map(({ hit }) => hit)
}

/** Whoever types a title, with or without a label such as `XADM:`, means that article. */
function isTitle(title: string, typed: string): boolean {
  return [title, title.replace(/^[\w ]{1,20}:\s*/, '')].some((text) => listWordTerms(text).join(' ') === typed)
}

/** Quotes hits by the words of the query. */
export function quoteHits(
  { marked }: Pick<QueryPlan<unknown>, 'marked'>,
  numbers: readonly KbNumber[],
  texts: ReadonlyMap<KbNumber, ArticleText>,
): Map<KbNumber, Excerpt> {
  const terms = { weights: marked, find: termFinder(marked) }
  return new Map(
    numbers.map((number) => {
      const { title = '', body = '' } = texts.get(number) ?? {}
      return [number, { title: markTerms(title, terms), snippet: extractExcerpt(body, terms) }]
    }),
  )
}
