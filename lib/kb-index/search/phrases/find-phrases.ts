import { listExactWords } from '@/lib/kb/search/terms'
import { findFrom, keepFollowed } from './position-list'

/** What finding phrases needs of the index. */
export interface PlacedArticles {
  /** Gives the ascending positions of each word that any article has. */
  positionsOf(words: ReadonlySet<string>): ReadonlyMap<string, Int32Array>
  /** The position of the first word of each article, ascending, and the ordinals of these articles. */
  readonly firstWords: Int32Array
  readonly wordOrdinals: Int32Array
}

/**
 * Finds for each phrase all articles that have its words one after the other in the title or the text, exactly as they are
 * written but for case, accents and punctuation. Gives ordinals, ascending.
 */
export function findPhrases(articles: PlacedArticles, phrases: readonly string[]): readonly (readonly number[])[] {
  if (phrases.length === 0) return []
  const words = phrases.map(listExactWords)
  const positions = articles.positionsOf(new Set(words.flat()))
  return words.map((phrase) => listArticles(articles, findStarts(positions, phrase)))
}

/** Gives the positions at which a phrase begins, starting from its rarest word. */
function findStarts(positions: ReadonlyMap<string, Int32Array>, phrase: readonly string[]): Int32Array {
  const lists: { list: Int32Array; offset: number }[] = []
  for (const [offset, word] of phrase.entries()) {
    const list = positions.get(word)
    if (list === undefined) return NOWHERE
    lists.push({ list, offset })
  }
  lists.sort((a, b) => a.list.length - b.list.length)
  const [rarest, ...others] = lists
  if (rarest === undefined) return NOWHERE
  let starts: Int32Array = rarest.list.map((position) => position - rarest.offset)
  for (const { list, offset } of others) {
    if (starts.length === 0) break
    starts = keepFollowed(starts, list, offset)
  }
  return starts
}

const NOWHERE = new Int32Array(0)

/** Lists the article of each position, once. Positions and articles are ascending. */
function listArticles({ firstWords, wordOrdinals }: PlacedArticles, positions: Int32Array): number[] {
  const found: number[] = []
  let [at, end] = [0, -1]
  for (const position of positions) {
    if (position < end) continue
    at = findFrom(firstWords, position + 1, at)
    found.push(wordOrdinals[at - 1] ?? 0)
    end = firstWords[at] ?? Number.POSITIVE_INFINITY
  }
  return found
}
