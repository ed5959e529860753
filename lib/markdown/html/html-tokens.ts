import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** A tag, a comment or the text between them, with the characters as they were typed. */
export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'comment' | 'text'
  /** The name of a tag in lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly source: string
  /** The line of the body on which it begins. */
  readonly line: number
}

/** A tag as CommonMark defines it, or a comment. Each alternative ends at a character that it cannot contain, so it never goes back far. */
const TAG_OR_COMMENT =
  /<!--(?:>|->|[\s\S]*?-->)|<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi
const ATTRIBUTE = /([a-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][\da-z]{1,31}));/gi
const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Splits HTML that begins on a line at its tags and comments; `a<br>b` becomes a text, a tag and a text. What is no tag stays in the
 * texts.
 */
export function splitHtml(html: string, firstLine: number): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let line = firstLine
  const add = (kind: HtmlToken['kind'], source: string, name = '', attributes = NONE) => {
    if (source === '') return
    tokens.push({ kind, name, attributes, source, line })
    line += source.split('\n').length - 1
  }
  let end = 0
  for (const match of html.matchAll(TAG_OR_COMMENT)) {
    const [source, slash, name, attributes] = match
    add('text', html.slice(end, match.index))
    end = match.index + source.length
    if (name === undefined) add('comment', source)
    else add(slash ? 'close' : 'open', source, name.toLowerCase(), parseAttributes(attributes))
  }
  add('text', html.slice(end))
  return tokens
}

/** Decodes character references, such as `&lt;` and `&#169;`. */
export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (source, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || source
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return isCharacter(code) ? String.fromCodePoint(code) : '\uFFFD'
  })
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}

function parseAttributes(text = ''): ReadonlyMap<string, string> {
  if (text.trim() === '') return NONE
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeReferences(double ?? single ?? bare ?? ''))
  }
  return attributes
}
