import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { MAX_SUGGESTIONS } from '@/lib/kb/search/search-query'
import { listWrittenWords } from '@/lib/kb/search/terms'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allColumns } from '@/lib/kb-index/file/rows'

/** A single letter begins too many titles to be worth a list. */
export const MIN_LENGTH = 2
/** Fewer letters are inside too many words. */
export const MIN_INFIX_LENGTH = 3
export const MAX_TYPED_WORDS = 8

/** All titles in the order in which equally good ones are suggested: shorter ones first. */
interface Titles {
  readonly numbers: readonly KbNumber[]
  /** Without case and accents, words separated by one blank, and a blank before the first. */
  readonly folded: readonly string[]
  /** The indexes of `folded` in alphabetic order. */
  readonly alphabetic: Uint32Array
  /** All words of titles in alphabetic order, and for each the indexes of its titles. */
  readonly words: readonly string[]
  readonly titles: readonly Uint32Array[]
}

/**
 * Lists at most `MAX_SUGGESTIONS` articles by words of their titles, the last of which may be unfinished. Titles that begin
 * with the text come first, then those that contain it, then those with its words. If no title has words that begin like
 * the last one, it may be inside a word.
 */
export function suggestByTitle(titles: Titles, text: string): readonly KbNumber[] {
  const words = listWrittenWords(text).slice(0, MAX_TYPED_WORDS)
  if (text.length < MIN_LENGTH || words.length === 0) return []
  const indexes = listBeginnings(titles, words)
  const best = indexes.length === MAX_SUGGESTIONS ? indexes : listBest(titles, findTitles(titles, words), words)
  return best.flatMap((index) => titles.numbers[index] ?? [])
}

/** Lists titles that begin with the words. These alone answer most of what is typed. */
function listBeginnings({ folded, alphabetic }: Titles, typed: readonly string[]): number[] {
  const text = ` ${typed.join(' ')}`
  const titleAt = (place: number) => folded[alphabetic[place] ?? 0] ?? ''
  const start = findPlace(alphabetic.length, (place) => titleAt(place) < text)
  const end = findPlace(alphabetic.length, (place) => titleAt(place) < text || titleAt(place).startsWith(text))
  return listFirst(alphabetic.subarray(start, end))
}

/** Finds the first place for which a test fails that all places before it pass. */
function findPlace(length: number, isBefore: (place: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Lists the indexes that come first, those of the shortest titles, in ascending order. */
function listFirst(indexes: Iterable<number>): number[] {
  const first: number[] = []
  for (const index of indexes) {
    if (first.length === MAX_SUGGESTIONS && index > (first.at(-1) ?? 0)) continue
    const place = first.findIndex((other) => other > index)
    first.splice(place < 0 ? first.length : place, 0, index)
    if (first.length > MAX_SUGGESTIONS) first.pop()
  }
  return first
}

function findTitles(titles: Titles, typed: readonly string[]): number[] {
  const [whole, last = ''] = [typed.slice(0, -1), typed.at(-1)]
  const lists = whole.map((word) => [...findBeginning(titles.words, word, false)])
  if (lists.some((list) => list.length === 0)) return []
  const find = (lastWords: Iterable<number>) => matchTitles(titles, [...lists, [...lastWords]])
  const found = find(findBeginning(titles.words, last, true))
  if (found.length > 0) return found
  return find(
    last.length < MIN_INFIX_LENGTH ? findBeginning(titles.words, last, false) : findHolding(titles.words, last),
  )
}

/** Lists the titles that have one word of each list, starting from the rarest; a list has indexes of `words`. */
function matchTitles({ titles, numbers }: Titles, lists: readonly (readonly number[])[]): number[] {
  const matched = new Uint8Array(numbers.length)
  const found: number[] = []
  const ordered = lists
    .map((words) => ({ words, count: words.reduce((sum, word) => sum + (titles[word]?.length ?? 0), 0) }))
    .sort((a, b) => a.count - b.count)
  for (const [step, { words }] of ordered.entries()) {
    let isFound = false
    for (const word of words) {
      for (const title of titles[word] ?? []) {
        if (matched[title] !== step) continue
        matched[title] = step + 1
        isFound = true
        if (step === ordered.length - 1) found.push(title)
      }
    }
    if (!isFound) return []
  }
  return found
}

function* findBeginning(words: readonly string[], typed: string, isUnfinished: boolean): Generator<number> {
  const start = findPlace(words.length, (place) => (words[place] ?? '') < typed)
  for (let index = start; words[index]?.startsWith(typed); index++) {
    if (isUnfinished || words[index] === typed) yield index
    if (!isUnfinished) return
  }
}

function* findHolding(words: readonly string[], typed: string): Generator<number> {
  for (const [index, word] of words.entries()) if (word.includes(typed)) yield index
}

function listBest({ folded }: Titles, indexes: readonly number[], typed: readonly string[]): number[] {
  const text = ` ${typed.join(' ')}`
  const tiers: number[][] = [[], [], []]
  for (const index of indexes) {
    const at = folded[index]?.indexOf(text) ?? -1
    tiers[at === 0 ? 0 : at > 0 ? 1 : 2]?.push(index)
  }
  return tiers.flatMap(listFirst).slice(0, MAX_SUGGESTIONS)
}

export const titlesOf = perVersion((database): Titles => {
  const columns = allColumns<{ number: KbNumber; title: string }>(
    database,
    ['number', 'title'],
    'SELECT number, title FROM article ORDER BY length(title), number',
  )
  const lists = new Map<string, number[]>()
  const folded = columns.title.map((title, index) => {
    const words = listWrittenWords(title)
    for (const word of words) {
      const list = lists.get(word) ?? []
      lists.set(word, list)
      if (list.at(-1) !== index) list.push(index)
    }
    return ` ${words.join(' ')}`
  })
  const alphabetic = Uint32Array.from(folded.keys()).sort((a, b) => ((folded[a] ?? '') < (folded[b] ?? '') ? -1 : 1))
  const words = [...lists.keys()].sort()
  const titles = words.map((word) => Uint32Array.from(lists.get(word) ?? []))
  return { numbers: columns.number, folded, alphabetic, words, titles }
})
