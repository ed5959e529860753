import { decodeWindows1252 } from './windows-1252'

/** Removes markup that the conversion of the archive left in prose, and puts back characters that it spelled out. */
export function cleanArtefacts(text: string): string {
  return removeHyphenBlank(cleanTags(text)).replace(/\s+/g, ' ').trim()
}

/** Removes what is never part of code either: `<BR/>`, `<FIXEDTEXT>`, `[ASCII nnn]`. */
export function cleanTags(text: string): string {
  let cleaned = text
  if (cleaned.includes('<')) {
    cleaned = cleaned
      .replace(/<BR ?\/>/g, ' ')
      .replace(/<\/?LINK\b(?: +(?:TYPE|VALUE)="[^"]*")*>/g, '')
      .replace(/<!\[CDATA\[|<\/?FIXEDTEXT>|<\/?CODE>/g, '')
  }
  if (cleaned.includes(']]>')) cleaned = cleaned.replace(/\]\]>/g, '')
  if (cleaned.includes('&')) cleaned = cleaned.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
  if (cleaned.includes('[ASCII'))
    cleaned = cleaned.replace(/\[ASCII (\d{2,3})\]/g, (all, code: string) => decodeCharacter(Number(code)) ?? all)
  return cleaned
}

/** Gives a title the characters that the archive wrote as entities: `&quot;Overflow&quot;`, `RTRIM&#36;`. */
export function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{2,5});/g, (all, code: string) => (Number(code) >= 32 ? String.fromCharCode(Number(code)) : all))
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const NOT_A_HYPHEN = /^(?:and|and\/or|or|to|through|versus|vs|thru|nor|but)\b/

/** `run- time` was hyphenated at an old line end; `pre- and post-` was not. */
function removeHyphenBlank(text: string): string {
  if (!text.includes('- ')) return text
  return text.replace(/([A-Za-z])- (?=([a-z]+))/g, (all, left: string, right: string) =>
    NOT_A_HYPHEN.test(right) ? all : `${left}-`,
  )
}

/** The number in `[ASCII 146]` is a code point of windows-1252. */
function decodeCharacter(code: number): string | undefined {
  if (code < 32 || code > 255) return undefined
  const character = decodeWindows1252(Uint8Array.of(code))
  return /[\u007f-\u009f]/.test(character) ? undefined : character
}
