import type { KbNumber } from '@/lib/kb/kb-number'
import type { SnippetPart } from '@/lib/kb/search-query'
import { extractTerms, listWordTerms } from '@/lib/kb/terms'
import type { IndexDatabase } from './open'
import { allRows } from './rows'
import { expandText } from './search-document'

/** Characters of an excerpt, and how many of them stand before its first match. */
const EXCERPT_LENGTH = 200
const LEAD_LENGTH = 30
/** An excerpt is sought in so much of the text, in characters: a book would cost more than all other hits. */
const MAX_SOUGHT_TEXT = 40_000

/** Reads the texts of the articles of one page. */
export function readBodies(database: IndexDatabase, numbers: readonly KbNumber[]): Map<KbNumber, string> {
  const rows = allRows<{ number: KbNumber; body: ArrayBuffer }>(
    database,
    'SELECT number, body FROM articleText WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number',
    [JSON.stringify(numbers)],
  )
  return new Map(rows.map(({ number, body }) => [number, expandText(new Uint8Array(body))]))
}

/** Gives a text with the marked terms told apart. */
export function markTerms(text: string, marked: ReadonlyMap<string, number>): SnippetPart[] {
  return splitAt(text, findMatches(text, marked))
}

/** Gives the piece of a text with the most of the marked terms, by their weights; of equal ones the first. */
export function makeExcerpt(body: string, marked: ReadonlyMap<string, number>): SnippetPart[] {
  const text = body.slice(0, MAX_SOUGHT_TEXT)
  const matches = findMatches(text, marked)
  const first = matches[findBestMatch(matches, marked)]?.start ?? 0
  const isShort = text.length <= EXCERPT_LENGTH
  const start = isShort || first <= LEAD_LENGTH ? 0 : startOfWord(text, first - LEAD_LENGTH)
  const end = endOfWord(text, Math.min(text.length, start + EXCERPT_LENGTH))
  const [before, after] = [start > 0 ? '…' : '', end < body.length ? '…' : '']
  const shift = before.length - start
  const inside = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start + shift, end: match.end + shift }))
  return splitAt(`${before}${text.slice(start, end)}${after}`, inside).map((part) => ({
    ...part,
    text: part.text.replace(/\s+/g, ' '),
  }))
}

interface Match {
  readonly start: number
  readonly end: number
  readonly term: string
}

function findMatches(text: string, marked: ReadonlyMap<string, number>): Match[] {
  const terms = [...marked.keys()]
  const isAscii = /^[\x00-\x7f]*$/
  if (!isAscii.test(text) || !terms.every((term) => isAscii.test(term))) return findMatchesSlowly(text, marked)
  // Words that may have a marked term begin with its stem, but for a last `y` that the stem has as `i`.
  const beginnings = terms.map((term) => term.replace(/i$/, '').replace(/[^a-z0-9]/g, '\\$&'))
  if (beginnings.length === 0) return []
  const pattern = new RegExp(`(?<![a-z0-9])(?:${beginnings.join('|')})[a-z0-9+#]*(?:'[a-z]+)?`, 'gi')
  const matches: Match[] = []
  for (const match of text.matchAll(pattern)) {
    const term = listWordTerms(match[0]).find((word) => marked.has(word))
    if (term !== undefined) matches.push({ start: match.index, end: match.index + match[0].length, term })
  }
  return matches
}

function findMatchesSlowly(text: string, marked: ReadonlyMap<string, number>): Match[] {
  const matches: Match[] = []
  extractTerms(text, {
    onWord: (term, _plain, start, end) => {
      if (marked.has(term)) matches.push({ start, end, term })
    },
    onPart: () => {},
  })
  return matches
}

/** The match with which the piece begins whose distinct terms weigh most. */
function findBestMatch(matches: readonly Match[], marked: ReadonlyMap<string, number>): number {
  const counts = new Map<string, number>()
  let [weight, bestWeight, best, end] = [0, 0, 0, 0]
  for (const [index, first] of matches.entries()) {
    for (
      let match = matches[end];
      match && match.end <= first.start + EXCERPT_LENGTH - LEAD_LENGTH;
      match = matches[end]
    ) {
      const count = counts.get(match.term) ?? 0
      if (count === 0) weight += marked.get(match.term) ?? 0
      counts.set(match.term, count + 1)
      end++
    }
    if (weight > bestWeight + 1e-9) [bestWeight, best] = [weight, index]
    if (end === index) end++
    else {
      const count = (counts.get(first.term) ?? 0) - 1
      counts.set(first.term, count)
      if (count === 0) weight -= marked.get(first.term) ?? 0
    }
  }
  return best
}

/** A word is not looked for further than this: a line of code may have none. */
const MAX_WORD = 30

function startOfWord(text: string, at: number): number {
  const blank = text.slice(at, at + LEAD_LENGTH).search(/\s\S/)
  return blank < 0 ? at : at + blank + 1
}

function endOfWord(text: string, at: number): number {
  const rest = /^\S{0,30}/.exec(text.slice(at, at + MAX_WORD))?.[0].length ?? 0
  return at + rest
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
