import type { KbNumber } from '@/lib/kb/kb-number'
import type { SnippetPart } from '@/lib/kb/search-query'
import { extractTerms } from '@/lib/kb/terms'
import type { IndexDatabase } from './open'
import { firstRow } from './rows'
import { expandText } from './search-document'

/** Words of an excerpt. */
const EXCERPT_WORDS = 28
/** Words of it that stand before the first match. */
const LEAD_WORDS = 4
/** The excerpt is sought in so much of the text, in characters: a book would cost more than all other hits. */
const MAX_SOUGHT_TEXT = 40_000

/** The title of a hit and an excerpt of its text, matches marked. */
export interface HitSnippets {
  readonly title: readonly SnippetPart[]
  readonly snippet: readonly SnippetPart[]
}

/** Makes the excerpt of one hit: the piece of its text with the most of the marked terms, by their weights. */
export function makeSnippets(
  database: IndexDatabase,
  hit: { readonly number: KbNumber; readonly title: string },
  marked: ReadonlyMap<string, number>,
): HitSnippets {
  const row = firstRow<{ body: ArrayBuffer }>(database, 'SELECT body FROM articleText WHERE number = ?', [hit.number])
  const body = row ? expandText(new Uint8Array(row.body)).slice(0, MAX_SOUGHT_TEXT) : ''
  return { title: markTerms(hit.title, marked), snippet: excerptOf(body, marked) }
}

interface Place {
  readonly start: number
  readonly end: number
  readonly term: string
}

function listPlaces(text: string): Place[] {
  const places: Place[] = []
  extractTerms(text, { onWord: (term, _plain, start, end) => places.push({ start, end, term }), onPart: () => {} })
  return places
}

function markTerms(text: string, marked: ReadonlyMap<string, number>): SnippetPart[] {
  return splitAt(
    text,
    listPlaces(text).filter(({ term }) => marked.has(term)),
  )
}

function excerptOf(body: string, marked: ReadonlyMap<string, number>): SnippetPart[] {
  const places = listPlaces(body)
  const first = findBestWindow(places, marked)
  const window = places.slice(first, first + EXCERPT_WORDS)
  const isStart = first === 0
  const isEnd = first + EXCERPT_WORDS >= places.length
  const start = isStart ? 0 : (window[0]?.start ?? 0)
  const end = isEnd ? body.length : (window.at(-1)?.end ?? body.length)
  const before = isStart ? '' : '…'
  const after = isEnd ? '' : '…'
  // The line breaks of the text are blanks here, one character for one, so that the places stay right.
  const text = `${before}${body.slice(start, end)}${after}`
  const matches = window
    .filter(({ term }) => marked.has(term))
    .map((place) => ({ ...place, start: place.start - start + before.length, end: place.end - start + before.length }))
  return splitAt(text, matches).map(({ text: piece, isMatch }) => ({ text: piece.replace(/\s+/g, ' '), isMatch }))
}

/** The window whose distinct terms weigh most; of equal ones the first. */
function findBestWindow(places: readonly Place[], marked: ReadonlyMap<string, number>): number {
  const counts = new Map<string, number>()
  let [weight, bestWeight, best] = [0, 0, 0]
  for (const [index, { term }] of places.entries()) {
    const own = marked.get(term)
    if (own !== undefined) {
      const count = counts.get(term) ?? 0
      if (count === 0) weight += own
      counts.set(term, count + 1)
    }
    const left = places[index - EXCERPT_WORDS + LEAD_WORDS]
    const leftWeight = left && marked.get(left.term)
    if (left && leftWeight !== undefined) {
      const count = (counts.get(left.term) ?? 0) - 1
      counts.set(left.term, count)
      if (count === 0) weight -= leftWeight
    }
    if (weight > bestWeight + 1e-9) [bestWeight, best] = [weight, index - EXCERPT_WORDS + 2 * LEAD_WORDS]
  }
  return Math.max(0, Math.min(best, places.length - EXCERPT_WORDS))
}

function splitAt(text: string, matches: readonly { start: number; end: number }[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let end = 0
  for (const match of matches) {
    if (match.start > end) parts.push({ text: text.slice(end, match.start), isMatch: false })
    parts.push({ text: text.slice(match.start, match.end), isMatch: true })
    end = match.end
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false })
  return parts
}
