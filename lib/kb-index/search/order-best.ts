import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { EngineQuery } from '@/lib/kb/search/search-engine'
import { type Excerpt, RESULTS_PER_PAGE } from '@/lib/kb/search/search-query'
import { foldText, listExactWords, listWordTerms } from '@/lib/kb/search/terms'
import type { MarkedTexts } from './marked-texts'
import { measurePassage, type PassageWords } from './passage'
import { extractExcerpt } from './snippets'
import { hasInRow } from './words-in-row'

/** Only this many of the best hits are ranked by their best passages: those of the first page, whose texts are read anyway. */
export const PASSAGE_DEPTH = RESULTS_PER_PAGE
/** How much the best passage counts against the score of the whole article. Tuned on bench/relevance (0053). */
const PASSAGE_WEIGHT = 0.4
/** Only the first 6,000 characters of a text: what it is about stands there. */
const MAX_PASSAGE_TEXT = 6000

/** Fewer words are in many texts. */
const MIN_SENTENCE_WORDS = 4
/** More words are no sentence. */
const MAX_SENTENCE_WORDS = 60

/** One of the best hits. */
export interface BestHit {
  readonly number: KbNumber
  readonly score: number
  /** The title has all words that any article has. */
  readonly hasAllInTitle: boolean
}

interface Ordering {
  readonly query: Pick<EngineQuery, 'words' | 'phrases'>
  readonly passageWords: PassageWords
  readonly texts: MarkedTexts
}

/**
 * Orders the best hits by their best passages as well, and puts those first whose title was typed in full, then those that have the
 * whole text word by word, as the text of an error.
 */
export function orderBest(hits: readonly BestHit[], { query, passageWords, texts }: Ordering): readonly KbNumber[] {
  const ranked = sortByPassage(hits, passageWords, texts)
  const typed = listWordTerms([...query.words, ...query.phrases].join(' ')).join(' ')
  const isExact = ({ number, hasAllInTitle }: BestHit) => hasAllInTitle && isTitle(texts.of(number).title, typed)
  const sentences = listSentences(query.words)
  const hasSentence = ({ number }: BestHit) => {
    const text = foldText(texts.of(number).body.slice(0, MAX_PASSAGE_TEXT))
    return sentences.some((sentence) => hasInRow(text, sentence))
  }
  const exact = new Set([...ranked.filter(isExact), ...ranked.filter(hasSentence)])
  return [...exact, ...ranked.filter((hit) => !exact.has(hit))].map(({ number }) => number)
}

function sortByPassage(hits: readonly BestHit[], words: PassageWords, texts: MarkedTexts): readonly BestHit[] {
  if (words.rarities.length < 2) return hits
  return hits
    .map((hit) => {
      const matches = texts.of(hit.number).matches.filter(({ end }) => end <= MAX_PASSAGE_TEXT)
      return { hit, value: hit.score + PASSAGE_WEIGHT * measurePassage(matches, words) }
    })
    .sort((a, b) => b.value - a.value || a.hit.number - b.hit.number)
    .map(({ hit }) => hit)
}

/** Lists the whole text, and the message that it quotes behind its last colon, in their words. */
function listSentences(typed: readonly string[]): string[][] {
  const message = typed.slice(typed.findLastIndex((word) => word.endsWith(':')) + 1)
  const sentences = [typed, message].map((words) => listExactWords(words.join(' ')))
  return sentences.filter(({ length }) => length >= MIN_SENTENCE_WORDS && length <= MAX_SENTENCE_WORDS)
}

/** Whoever types a title, with or without a label such as `XADM:`, means that article. */
function isTitle(title: string, typed: string): boolean {
  return [title, title.replace(/^[\w ]{1,20}:\s*/, '')].some((text) => listWordTerms(text).join(' ') === typed)
}

/** Quotes hits by the words of the query. */
export function quoteHits(numbers: readonly KbNumber[], texts: MarkedTexts): Map<KbNumber, Excerpt> {
  return new Map(
    numbers.map((number) => {
      const { title, body, matches } = texts.of(number)
      return [number, { title: texts.mark(title), snippet: extractExcerpt(body, matches, texts.weights) }]
    }),
  )
}
