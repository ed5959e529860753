import type { PhrasingContent } from 'mdast'

/** A text without any of these is plain text. */
const HAS_MARKS = /[\\&`*_~<[\]\t@]|p:\/\/|s:\/\/|www\.| (?:\n|$)/i
const MARK = /[\\&`*_~<[\]\t]|!(?=\[)| (?=\n|$)/g
/** Only the whole parser knows the rules for bare URLs and email addresses. */
const HAS_BARE_URL = /https?:\/\/|www\.|[\w+.-]@[\w-]/i

/** The result of a mark: a node, or literal characters. */
interface Meaning {
  readonly words: string | PhrasingContent
  /** Where the text continues. */
  readonly end: number
}

/**
 * Parses the text of a paragraph or heading that begins on `line`. Gives `undefined` if a mark may depend on distant text or
 * needs other rules, so that the whole parser must read it.
 */
export function parseSimpleWords(text: string, line: number): PhrasingContent[] | undefined {
  const words = new Words(line)
  if (!HAS_MARKS.test(text)) {
    words.addText(text)
    return words.nodes
  }
  let end = 0
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const meaning = takeMark(text, mark.index)
    if (!meaning) return undefined
    words.addText(text.slice(end, mark.index))
    if (typeof meaning.words === 'string') words.addText(meaning.words)
    else words.addNode(meaning.words)
    end = meaning.end
    MARK.lastIndex = end
  }
  words.addText(text.slice(end))
  return words.hasBareUrl() ? undefined : words.nodes
}

/** A position with the first line only, which is all that facts need. */
export function positionAt(line: number) {
  const point = { line, column: 1 }
  return { start: point, end: point }
}

/** Collects the nodes of a text; adjacent characters become one node. */
class Words {
  readonly nodes: PhrasingContent[] = []
  #line: number

  constructor(line: number) {
    this.#line = line
  }

  addText(value: string): void {
    if (value === '') return
    const last = this.nodes.at(-1)
    if (last?.type === 'text') last.value += value
    else this.nodes.push({ type: 'text', value, position: positionAt(this.#line) })
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) this.#line++
  }

  addNode(node: PhrasingContent): void {
    this.nodes.push({ ...node, position: positionAt(this.#line) })
    if (node.type === 'break') this.#line++
  }

  hasBareUrl(): boolean {
    return this.nodes.some((node) => node.type === 'text' && HAS_BARE_URL.test(node.value))
  }
}

function takeMark(text: string, at: number): Meaning | undefined {
  switch (text[at]) {
    case '\\':
      return takeEscape(text, at)
    case '[':
      return takeLink(text, at)
    case ']':
      // Together with earlier text, this may still be the end of a link.
      return text[at + 1] === '(' ? undefined : literal(text, at, 1)
    case '!':
      return takePicture(text, at)
    case '&':
      return matchAt(REFERENCE, text, at) ? undefined : literal(text, at, 1)
    case '<':
      return takeUrl(text, at)
    case '*':
    case '_':
      return takeEmphasis(text, at)
    case '`':
      return takeCode(text, at)
    default:
      return undefined
  }
}

const REFERENCE = /&(?:#x?[\da-f]+|[a-z][a-z\d]*);/iy
const ADDRESS = /<((?:https?|ftp):\/\/[!-;=?-~]+)>/y
const TAG_OR_ADDRESS = /<[a-z/!?]/iy
const PUNCTUATION = /\\[!-/:-@[-`{-~]/y
const LINK = /\[((?:[^[\]\\&`*_~<!\n\t]|(?<=[a-z0-9])_+(?=[a-z0-9]))+)\]\(([^\s()<>\\&`\p{Cc}]+)\)/iuy
const INNER_MARKS = /(?<=[a-z0-9])_+(?=[a-z0-9])/iy
const LONE_STARS = /(?<=[ \n])\*+(?=[ \n])/y
/** Next to a space, a mark before a letter can only open and a mark after a word can only close. */
const EMPHASIS = /(?<![^ \n])(\*\*?|__?)([^[\]\\&`*_~<\s](?:[^[\]\\&`*_~<\s]| (?=[^*_\s]))*)\1(?![^ \n])/y
/** So it is between punctuation if a letter or digit stands inside of both marks. */
const EMPHASIS_AT_PUNCTUATION =
  /(?<![^ \n("])(\*\*?|__?)((?=[\p{L}\p{N}])(?:[^[\]\\&`*_~<\s]| (?=[^*_\s]))*(?<=[\p{L}\p{N}]))\1(?=[ \n.,;:!?)"]|$)/uy
const PICTURE = /!\[([^[\]\\&`*_~<!\n\t]*)\]\(([^\s()<>\\&`\p{Cc}]+)\)/uy
const CODE = /(?<!`)`([^`\n ](?:[^`\n]*[^`\n ])?)`(?!`)/y

function takeEscape(text: string, at: number): Meaning {
  if (text[at + 1] === '\n') return { words: { type: 'break' }, end: at + 2 }
  const escaped = matchAt(PUNCTUATION, text, at)
  return escaped ? { words: escaped[0].slice(1), end: at + 2 } : literal(text, at, 1)
}

function takeLink(text: string, at: number): Meaning | undefined {
  if (text[at - 1] === '!') return undefined
  const link = matchAt(LINK, text, at)
  if (!link) return literal(text, at, 1)
  const [whole, label = '', url = ''] = link
  return { words: linkTo(url, label), end: at + whole.length }
}

function takePicture(text: string, at: number): Meaning | undefined {
  const [whole, alt = '', url = ''] = matchAt(PICTURE, text, at) ?? []
  if (whole === undefined || HAS_BARE_URL.test(alt)) return undefined
  return { words: { type: 'image', url, alt }, end: at + whole.length }
}

function takeUrl(text: string, at: number): Meaning | undefined {
  const address = matchAt(ADDRESS, text, at)
  if (address) return { words: linkTo(address[1] ?? '', address[1] ?? ''), end: at + address[0].length }
  return matchAt(TAG_OR_ADDRESS, text, at) ? undefined : literal(text, at, 1)
}

function takeEmphasis(text: string, at: number): Meaning | undefined {
  const marks = matchAt(INNER_MARKS, text, at) ?? matchAt(LONE_STARS, text, at)
  if (marks) return literal(text, at, marks[0].length)
  const emphasis = matchAt(EMPHASIS, text, at) ?? matchAt(EMPHASIS_AT_PUNCTUATION, text, at)
  if (!emphasis) return undefined
  const [whole, mark = '', value = ''] = emphasis
  if (HAS_BARE_URL.test(value)) return undefined
  const type = mark.length === 2 ? 'strong' : 'emphasis'
  return { words: { type, children: [{ type: 'text', value }] }, end: at + whole.length }
}

function takeCode(text: string, at: number): Meaning | undefined {
  const code = matchAt(CODE, text, at)
  return code ? { words: { type: 'inlineCode', value: code[1] ?? '' }, end: at + code[0].length } : undefined
}

function linkTo(url: string, words: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: words }] }
}

function literal(text: string, at: number, length: number): Meaning {
  return { words: text.slice(at, at + length), end: at + length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
