import type { ArticleState } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { Suggestion } from '@/lib/kb/search/search-query'
import { foldText } from '@/lib/kb/search/terms'
import { getIndexVersion } from '@/lib/kb-index/file/collection'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allColumns } from '@/lib/kb-index/file/rows'
import { listNumbersWithPrefix, parseNumberPrefix } from './search-numbers'

const MAX_SUGGESTIONS = 8
/** Fewer letters begin too much to be worth a list. */
const MIN_LENGTH = 2
/** Fewer letters are inside too many words. */
const MIN_INFIX_LENGTH = 3
const MAX_TYPED_WORDS = 8

interface Title {
  readonly number: KbNumber
  readonly title: string
  readonly state: ArticleState
  /** Without case and accents, words parted by one blank, and a blank before each. */
  readonly folded: string
}

/** The titles of a collection in memory, in the order in which equally good ones are suggested: the shorter first. */
interface TitleMemory {
  readonly titles: readonly Title[]
  /** All words of titles in alphabetic order, and for each the places of its titles. */
  readonly words: readonly string[]
  readonly places: readonly Uint32Array[]
  /** For the titles, how many of the typed words they have. */
  readonly marks: Uint8Array
  readonly byNumber: Int32Array
}

const memories = new WeakMap<IndexDatabase, { version: string; memory: TitleMemory }>()

/**
 * Lists at most eight articles that fit what was typed so far: by number, or by words of the title, the last of which may be
 * unfinished. Titles that begin so come first, then those with the words in this order; where none has words that begin
 * so, those in which the last word holds the letters.
 */
export function suggestFromIndex(database: IndexDatabase, text: string): Suggestion[] {
  const typed = text.trim()
  const memory = titleMemoryOf(database)
  const digits = parseNumberPrefix(typed)
  const byNumber = digits === undefined ? [] : suggestNumbers(memory, digits)
  if (byNumber.length > 0 || typed.length < MIN_LENGTH) return byNumber
  const words = listWords(typed).slice(0, MAX_TYPED_WORDS)
  if (words.length === 0) return []
  const first = listBeginningSo(memory, words)
  if (first.length === MAX_SUGGESTIONS) return first.map(toSuggestion)
  const last = words.length - 1
  const beginning = matchTitles(memory, words, (word, index) => findBeginning(memory.words, word, index === last))
  const found =
    beginning.length > 0
      ? beginning
      : matchTitles(memory, words, (word, index) =>
          index === last && word.length >= MIN_INFIX_LENGTH
            ? findHolding(memory.words, word)
            : findBeginning(memory.words, word, false),
        )
  return bestOf(memory, found, words).map(toSuggestion)
}

/** Titles that begin with the words, in the order of the memory: most of what is typed is answered by these alone. */
function listBeginningSo({ titles }: TitleMemory, words: readonly string[]): Title[] {
  const text = ` ${words.join(' ')}`
  const found: Title[] = []
  for (const title of titles) {
    if (title.folded.startsWith(text)) found.push(title)
    if (found.length === MAX_SUGGESTIONS) break
  }
  return found
}

function suggestNumbers({ titles, byNumber }: TitleMemory, digits: string): Suggestion[] {
  return listNumbersWithPrefix(byNumber, digits)
    .slice(0, MAX_SUGGESTIONS)
    .flatMap((place) => titles[place] ?? [])
    .map(toSuggestion)
}

function toSuggestion({ number, title, state }: Title): Suggestion {
  return { number, title, state }
}

/** The places of titles that have, for each typed word, one of the words that `find` gives for it. */
function matchTitles(
  { places, marks }: TitleMemory,
  typed: readonly string[],
  find: (word: string, index: number) => Iterable<number>,
): number[] {
  marks.fill(0)
  const found: number[] = []
  for (const [index, word] of typed.entries()) {
    let isFound = false
    for (const place of find(word, index)) {
      for (const title of places[place] ?? []) {
        if (marks[title] !== index) continue
        marks[title] = index + 1
        isFound = true
        if (index === typed.length - 1) found.push(title)
      }
    }
    if (!isFound) return []
  }
  return found
}

function* findBeginning(words: readonly string[], typed: string, isUnfinished: boolean): Generator<number> {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < typed) low = middle + 1
    else high = middle
  }
  for (let place = low; words[place]?.startsWith(typed); place++) {
    if (isUnfinished || words[place] === typed) yield place
    if (!isUnfinished) return
  }
}

function* findHolding(words: readonly string[], typed: string): Generator<number> {
  for (const [place, word] of words.entries()) if (word.includes(typed)) yield place
}

function bestOf({ titles }: TitleMemory, places: readonly number[], typed: readonly string[]): Title[] {
  const text = ` ${typed.join(' ')}`
  const tiers: number[][] = [[], [], []]
  for (const place of places) {
    const folded = titles[place]?.folded ?? ''
    const at = folded.indexOf(text)
    tiers[at === 0 ? 0 : at > 0 ? 1 : 2]?.push(place)
  }
  return tiers
    .flatMap((tier) => lowest(tier, MAX_SUGGESTIONS))
    .slice(0, MAX_SUGGESTIONS)
    .flatMap((place) => titles[place] ?? [])
}

function lowest(places: readonly number[], limit: number): number[] {
  return [...Uint32Array.from(places).sort().subarray(0, limit)]
}

function listWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function titleMemoryOf(database: IndexDatabase): TitleMemory {
  const version = getIndexVersion(database)
  const known = memories.get(database)
  if (known?.version === version) return known.memory
  const memory = readTitles(database)
  memories.set(database, { version, memory })
  return memory
}

function readTitles(database: IndexDatabase): TitleMemory {
  const columns = allColumns<{ number: KbNumber; title: string; state: ArticleState }>(
    database,
    ['number', 'title', 'state'],
    'SELECT number, title, state FROM article ORDER BY length(title), number',
  )
  const lists = new Map<string, number[]>()
  const titles = columns.number.map((number, place): Title => {
    const title = columns.title[place] ?? ''
    const words = listWords(title)
    for (const word of words) {
      const list = lists.get(word)
      if (!list) lists.set(word, [place])
      else if (list.at(-1) !== place) list.push(place)
    }
    return { number, title, state: columns.state[place] ?? 'current', folded: ` ${words.join(' ')}` }
  })
  const words = [...lists.keys()].sort()
  return {
    titles,
    words,
    places: words.map((word) => Uint32Array.from(lists.get(word) ?? [])),
    marks: new Uint8Array(titles.length),
    byNumber: Int32Array.from(titles, ({ number }) => number),
  }
}
