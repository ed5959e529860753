/** Words of a phrase. Three in a row tell one wording from another, and survive where every tenth word is gone. */
const PHRASE_LENGTH = 3
/** So much of an article is read: an entry that it quotes stands before that. */
const MAX_TEXT = 40_000

/** Gives the phrases of a text: each three words that stand in a row. */
export function listPhrases(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, MAX_TEXT)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const phrases = new Set<string>()
  for (let at = 0; at + PHRASE_LENGTH <= words.length; at++) {
    phrases.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`)
  }
  return phrases
}

/** Gives the share of the phrases that a text has as well, from 0 to 1. */
export function shareOfPhrases(phrases: ReadonlySet<string>, text: string): number {
  if (phrases.size === 0) return 0
  const others = listPhrases(text)
  let count = 0
  for (const phrase of phrases) if (others.has(phrase)) count += 1
  return count / phrases.size
}
