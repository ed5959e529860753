/** Longer text is cut: nobody reads past it and each word costs work. */
export const MAX_QUERY_LENGTH = 256

/** What was typed, made safe to read, to show and to look up. */
export interface QueryText {
  /** Without control characters and unseen marks, blanks made one, at most `MAX_QUERY_LENGTH` characters. */
  readonly text: string
  /** More was typed than is kept. */
  readonly isCut: boolean
}

/** Cleans and cuts what a reader typed. It never fails, and its work does not grow with the text. */
export function cleanQueryText(typed: string): QueryText {
  // Compatibility forms may become eighteen times as long; four times as much as is kept holds every blank that is not.
  const text = typed
    .trimStart()
    .slice(0, 4 * MAX_QUERY_LENGTH)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(BROKEN, ' ')
    .trim()
  const isCut = text.length > MAX_QUERY_LENGTH || typed.trim().length > 4 * MAX_QUERY_LENGTH
  return { text: isCut ? cutAfterWord(text) : text, isCut }
}

/** Soft hyphens, joiners and marks of direction: pasted along with words, they hide them, and turn the page around them. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g
/** Control characters, blanks, and halves of characters: typed ones and the one that a cut may leave. */
const BROKEN = /[\p{Cc}\p{Cs}\s]+/gu

/** Half a word would be sought as a word; a long one is cut all the same. */
function cutAfterWord(text: string): string {
  const cut = text.slice(0, MAX_QUERY_LENGTH).replace(BROKEN, ' ')
  const end = /\s/.test(text.charAt(MAX_QUERY_LENGTH)) ? cut.length : cut.lastIndexOf(' ')
  return (end > MAX_QUERY_LENGTH / 2 ? cut.slice(0, end) : cut).trim()
}
