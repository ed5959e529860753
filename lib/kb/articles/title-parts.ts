/** What the title of a part says: which part it is, and what all parts have in common. */
export interface TitlePart {
  readonly key: string
  readonly part: number
  readonly total: number
}

const PART = /\bpart (?<part>\d{1,2}) of (?<total>\d{1,2})\b/iu
/** `README.TXT:` or `INFO:`, which not every part has. */
const LABEL = /^[\w.]{2,12}:\s+/u

/** Parses a title such as `Guide to Profiles (Part 5 of 6)`. A part beyond the last is none. */
export function parseTitlePart(title: string): TitlePart | undefined {
  const match = PART.exec(title.slice(0, 400))
  const [part, total] = [Number(match?.groups?.part), Number(match?.groups?.total)]
  if (!match || part < 1 || part > total || total < 2) return undefined
  const before = keyOf(title.slice(0, match.index))
  const key = before || keyOf(title.slice(match.index + match[0].length))
  return key === '' ? undefined : { key: `${key} ${total}`, part, total }
}

function keyOf(text: string): string {
  const words =
    text
      .trim()
      .replace(LABEL, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return (words.at(-1) === 'contents' ? words.slice(0, -1) : words).join(' ')
}
