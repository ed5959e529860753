/** Longer text is cut, since each word costs time. */
export const MAX_QUERY_LENGTH = 256

/** What was typed, safe to show and to search. */
export interface QueryText {
  /** Without control characters and invisible marks, at most `MAX_QUERY_LENGTH` characters. */
  readonly text: string
  /** More was typed than is kept. */
  readonly isCut: boolean
}

/** Cleans and cuts what a reader typed. Never fails, and takes no longer for longer text. */
export function cleanQueryText(typed: string): QueryText {
  // Normalizing may make a text 18 times as long, so it is cut before as well, with room for blanks that are dropped.
  const text = typed
    .trimStart()
    .slice(0, 4 * MAX_QUERY_LENGTH)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(BROKEN, ' ')
    .trim()
  const isCut = text.length > MAX_QUERY_LENGTH || typed.trim().length > 4 * MAX_QUERY_LENGTH
  return { text: isCut ? cutText(text) : text, isCut }
}

/** What is left of a phrase is a phrase still. */
function cutText(text: string): string {
  const cut = cutAfterWord(text, MAX_QUERY_LENGTH)
  return hasOpenQuotes(cut) ? `${cutAfterWord(text, MAX_QUERY_LENGTH - 1).replace(/["“”„]$/, '')}"` : cut
}

function hasOpenQuotes(text: string): boolean {
  return (text.match(/["“”„]/g)?.length ?? 0) % 2 === 1
}

/** Soft hyphens, joiners and direction marks: pasted with words, they hide them or reverse the text of the page. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g
/** Control characters, blanks and halves of surrogate pairs, such as a cut leaves. */
const BROKEN = /[\p{Cc}\p{Cs}\s]+/gu

/** Half a word would be searched as a word, so it is dropped unless it is very long. */
function cutAfterWord(text: string, length: number): string {
  const cut = text.slice(0, length).replace(BROKEN, ' ')
  const end = /\s/.test(text.charAt(length)) ? cut.length : cut.lastIndexOf(' ')
  return (end > length / 2 ? cut.slice(0, end) : cut).trim()
}
