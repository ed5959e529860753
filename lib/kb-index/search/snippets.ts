import type { SnippetPart } from '@/lib/kb/search/search-query'
import type { TermMatch } from './term-matches'

/** Characters of an excerpt, and of its beginning before the first match. */
const EXCERPT_LENGTH = 200
const LEAD_LENGTH = 30
/** Only this much of a text is looked at: a very long one would take longer than all other hits. */
export const MAX_EXAMINED_TEXT = 40_000

/** Splits a text into matches and what is between them. */
export function markMatches(text: string, matches: readonly TermMatch[]): SnippetPart[] {
  return splitAt(text, matches)
}

/** Extracts the piece of a text whose distinct terms weigh most; of equally good ones the first. `matches` are those in its examined part. */
export function extractExcerpt(
  body: string,
  matches: readonly TermMatch[],
  weights: ReadonlyMap<string, number>,
): SnippetPart[] {
  const text = body.slice(0, MAX_EXAMINED_TEXT)
  const first = matches[findBestMatch(matches, weights)]?.start ?? 0
  const isShort = text.length <= EXCERPT_LENGTH
  const start = isShort || first <= LEAD_LENGTH ? 0 : findWordStart(text, first - LEAD_LENGTH)
  const end = findWordEnd(text, Math.min(text.length, start + EXCERPT_LENGTH))
  const [before, after] = [start > 0 ? '…' : '', end < body.length ? '…' : '']
  const shift = before.length - start
  const inside = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start + shift, end: match.end + shift }))
  const parts = splitAt(`${before}${text.slice(start, end)}${after}`, inside)
  return parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }))
}

/** Finds the match at which the best piece begins. */
function findBestMatch(matches: readonly TermMatch[], weights: ReadonlyMap<string, number>): number {
  const counts = new Map<string, number>()
  let [weight, bestWeight, best, end] = [0, 0, 0, 0]
  const count = (term: string, change: 1 | -1) => {
    const known = counts.get(term) ?? 0
    counts.set(term, known + change)
    if (known === 0 || known + change === 0) weight += change * (weights.get(term) ?? 0)
  }
  for (const [index, first] of matches.entries()) {
    const last = first.start + EXCERPT_LENGTH - LEAD_LENGTH
    for (let match = matches[end]; match && match.end <= last; match = matches[++end]) count(match.term, 1)
    if (weight > bestWeight + 1e-9) [bestWeight, best] = [weight, index]
    if (end === index) end++
    else count(first.term, -1)
  }
  return best
}

/** The end of a word is not searched further than this: a line of code may not have one. */
const MAX_WORD = 30

function findWordStart(text: string, at: number): number {
  const blank = text.slice(at, at + LEAD_LENGTH).search(/\s\S/)
  return blank < 0 ? at : at + blank + 1
}

function findWordEnd(text: string, at: number): number {
  return at + (/^\S*/.exec(text.slice(at, at + MAX_WORD))?.[0].length ?? 0)
}

function splitAt(text: string, matches: readonly { start: number; end: number }[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let end = 0
  for (const match of matches) {
    if (match.start < end) continue
    if (match.start > end) parts.push({ text: text.slice(end, match.start), isMatch: false })
    parts.push({ text: text.slice(match.start, match.end), isMatch: true })
    end = match.end
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false })
  return parts
}
