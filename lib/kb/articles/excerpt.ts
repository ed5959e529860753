/** Cuts a text to this many characters, after a word; one without blanks is cut anyway. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength / 2))}…`
}

/** An excerpt has about this many characters; the marks of a cut come on top. */
export const MAX_EXCERPT = 200
/** A shorter line says too little without its neighbors, as `Event ID: 1023` does. */
const MIN_LINE = 30
/** `Dr. Watson` and `ID no. c1030b4b` do not end a sentence. */
const SENTENCES_BEFORE = /^.*(?<!\b(?:dr|mr|mrs|no|vs|ver|e\.g|i\.e))[.!?]\s+(?=\S)/is
const REST_OF_SENTENCE = /^.*?(?<!\b(?:dr|mr|mrs|no|vs|ver|e\.g|i\.e))[.!?](?=\s|$)/is

/** Gives the sentence, line of code or entry around a place, cut between words. */
export function excerptAround(text: string, start: number, end: number): string {
  const length = end - start
  const room = Math.max(40, MAX_EXCERPT - length)
  const before = text.slice(Math.max(0, start - room), start)
  const after = text.slice(end, end + room)
  const line = afterLast(before, '\n').length + length + beforeFirst(after, '\n').length
  const border = line < MIN_LINE ? '\n\n' : '\n'
  const head = lastSentence(afterLast(before, border), start > room && !before.includes(border))
  const tail = firstSentence(beforeFirst(after, border), end + room < text.length && !after.includes(border))
  const excerpt = `${head}${text.slice(start, end)}${tail}`.replace(/\s+/g, ' ').trim()
  return excerpt.length <= MAX_EXCERPT + 2 ? excerpt : shorten(excerpt, head.trimStart().length, length)
}

function afterLast(text: string, border: string): string {
  const index = text.lastIndexOf(border)
  return index === -1 ? text : text.slice(index + border.length)
}

function beforeFirst(text: string, border: string): string {
  const index = text.indexOf(border)
  return index === -1 ? text : text.slice(0, index)
}

function lastSentence(text: string, isCut: boolean): string {
  const sentence = SENTENCES_BEFORE.exec(text)
  if (sentence) return text.slice(sentence[0].length)
  return isCut ? cutStart(text) : text
}

function firstSentence(text: string, isCut: boolean): string {
  const sentence = REST_OF_SENTENCE.exec(text)
  if (sentence) return sentence[0]
  return isCut ? cutEnd(text) : text
}

/** Keeps what lies around the `length` characters at `at`. */
function shorten(text: string, at: number, length: number): string {
  const middle = at - Math.floor((MAX_EXCERPT - length) / 2)
  const from = Math.max(0, Math.min(middle, text.length - MAX_EXCERPT))
  const part = text.slice(from, from + MAX_EXCERPT)
  const head = from > 0 ? cutStart(part) : part
  return from + MAX_EXCERPT < text.length ? cutEnd(head) : head
}

/** Replaces the word at the start, of which a part may be missing. */
function cutStart(text: string): string {
  return `… ${text.replace(/^\S*\s/, '')}`
}

function cutEnd(text: string): string {
  return `${text.replace(/\s\S*$/, '')} …`
}
