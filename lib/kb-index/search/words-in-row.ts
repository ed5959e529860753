/**
 * Tells whether a text without case and accents has the words one after the other, with nothing but blanks and punctuation between
 * them. A pattern for this takes milliseconds to be compiled, and each search has another one.
 */
export function hasInRow(text: string, words: readonly string[]): boolean {
  const [first = ''] = words
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (!isWordCharacter(text, at - 1) && isFollowed(text, at + first.length, words)) return true
  }
  return false
}

/** Tells whether the words after the first one stand at this place. */
function isFollowed(text: string, start: number, words: readonly string[]): boolean {
  let at = start
  for (const word of words.slice(1)) {
    const end = at
    while (at < text.length && !text.startsWith(word, at) && !isWordCharacter(text, at)) at++
    if (at === end || !text.startsWith(word, at)) return false
    at += word.length
  }
  return !isWordCharacter(text, at)
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58)
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}
