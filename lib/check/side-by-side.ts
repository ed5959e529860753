import type { SnippetPart } from '@/lib/kb/search/search-query'
import { isStopWord } from '@/lib/kb/search/stop-words'

/** Words with what holds them together: `0x80070643`, `ExSetup.exe`, `can't`. */
const WORD = /[\p{L}\p{N}_]+(?:[.:'’-][\p{L}\p{N}_]+)*/gu
/** More of either text is not read at a glance. */
const MAX_LINES = 14
const MAX_LENGTH = 800
/** Words of both texts are compared each with each. */
const MAX_WORDS = 200
/** A line without anything in common makes a window worse. */
const LINE_COST = 0.5
/** So many words in common are worth two columns. */
const MIN_SAME = 4

/** Lines of a paste and of an article. A part matches where both have the same words in the same order. */
export interface Sides {
  readonly pasted: readonly SnippetPart[]
  readonly own: readonly SnippetPart[]
}

interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Puts the lines of a paste beside those of an article around a place in it. Gives `undefined` where they share next to nothing. */
export function compareSides(pasted: string, body: string, place: { start: number; end: number }): Sides | undefined {
  const own = linesAround(body, place)
  const left = findLines(pasted, new Set(listWords(own).map(({ key }) => key)))
  const [leftWords, ownWords] = [listWords(left).slice(0, MAX_WORDS), listWords(own).slice(0, MAX_WORDS)]
  const pairs = pairWords(leftWords, ownWords)
  if (pairs.length < MIN_SAME) return undefined
  return {
    pasted: markWords(left, leftWords, new Set(pairs.map(([one]) => one))),
    own: markWords(own, ownWords, new Set(pairs.map(([, other]) => other))),
  }
}

/** The whole lines of a place, and as many below and above as there is room for. */
function linesAround(text: string, place: { start: number; end: number }): string {
  let start = text.lastIndexOf('\n', Math.max(0, place.start - 1)) + 1
  let end = endOfLine(text, place.end)
  if (end - start > MAX_LENGTH) {
    const from = Math.max(start, place.start - MAX_LENGTH / 4)
    return `${from > start ? '…' : ''}${text.slice(from, Math.min(end, from + MAX_LENGTH))}${end > from + MAX_LENGTH ? '…' : ''}`
  }
  for (let count = 1; count < MAX_LINES; count++) {
    const below = endOfLine(text, Math.min(end + 1, text.length))
    const above = start === 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1
    if (below > end && below - start <= MAX_LENGTH && count % 2 === 1) end = below
    else if (above < start && end - above <= MAX_LENGTH) start = above
  }
  return text.slice(start, end).trim()
}

function endOfLine(text: string, place: number): number {
  const end = text.indexOf('\n', place)
  return end === -1 ? text.length : end
}

/** The lines of a text that have most of the words. */
function findLines(text: string, words: ReadonlySet<string>): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const shared = lines.map(
    (line) => new Set(listWords(line).flatMap(({ key }) => (words.has(key) && !isFiller(key) ? key : []))),
  )
  let best = { score: 0, first: 0, last: -1 }
  for (let first = 0; first < lines.length; first++) {
    if (shared[first]?.size === 0) continue
    const seen = new Set<string>()
    let length = 0
    for (let last = first; last < Math.min(lines.length, first + MAX_LINES); last++) {
      length += lines[last]?.length ?? 0
      if (last > first && length > MAX_LENGTH) break
      for (const key of shared[last] ?? []) seen.add(key)
      const score = seen.size - LINE_COST * (last - first)
      if (score > best.score) best = { score, first, last }
    }
  }
  const found = lines.slice(best.first, best.last + 1).join('\n')
  return found.length > 2 * MAX_LENGTH ? `${found.slice(0, 2 * MAX_LENGTH)}…` : found
}

/** Bytes of a dump and common words do not tell which lines belong beside each other. */
function isFiller(key: string): boolean {
  return key.length < 3 || /^00/.test(key) || isStopWord(key)
}

function listWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

/** Pairs the words that both texts have in the same order: their longest common subsequence. */
function pairWords(one: readonly Word[], other: readonly Word[]): [number, number][] {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const isSame = one[row]?.key === other[column]?.key
      lengths[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let [row, column] = [0, 0]; row < one.length && column < other.length; ) {
    if (one[row]?.key === other[column]?.key) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}

/** Marks words; what stands between two marked words belongs to them. */
function markWords(text: string, words: readonly Word[], same: ReadonlySet<number>): SnippetPart[] {
  const parts: SnippetPart[] = []
  let end = 0
  for (let index = 0; index < words.length; ) {
    let last = index
    while (same.has(index) && same.has(last + 1)) last += 1
    const [from, to] = [words[index]?.start ?? 0, words[last]?.end ?? 0]
    if (same.has(index)) {
      parts.push({ text: text.slice(end, from), isMatch: false }, { text: text.slice(from, to), isMatch: true })
      end = to
    }
    index = last + 1
  }
  return [...parts, { text: text.slice(end), isMatch: false }].filter((part) => part.text !== '')
}
