import type { PhrasingContent } from 'mdast'

/** A text without any of these is words and nothing else. */
const HAS_MARKS = /[\\&`*_~<[\]\t@]|p:\/\/|s:\/\/|www\.| (?:\n|$)/i
const MARK = /[\\&`*_~<[\]\t]| (?=\n|$)/g
/** A bare address becomes a link by rules that the whole parser knows. */
const HAS_ADDRESS = /https?:\/\/|www\.|[\w+.-]@[\w-]/i

/** What a mark makes: a node, or characters that mean themselves. */
interface Meaning {
  readonly words: string | PhrasingContent
  /** Where the text goes on. */
  readonly end: number
}

/**
 * Reads the text of a paragraph or heading that begins on `line`. Gives `undefined` where a mark may depend on what stands
 * far from it, or needs rules that are not here; the whole parser reads such a text.
 */
export function readSimpleWords(text: string, line: number): PhrasingContent[] | undefined {
  const words = new Words(line)
  if (!HAS_MARKS.test(text)) {
    words.addText(text)
    return words.nodes
  }
  let end = 0
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const meaning = readMark(text, mark.index)
    if (!meaning) return undefined
    words.addText(text.slice(end, mark.index))
    if (typeof meaning.words === 'string') words.addText(meaning.words)
    else words.addNode(meaning.words)
    end = meaning.end
    MARK.lastIndex = end
  }
  words.addText(text.slice(end))
  return words.hasAddress() ? undefined : words.nodes
}

/** Where a node begins; facts need no more. */
export function positionAt(line: number) {
  const point = { line, column: 1 }
  return { start: point, end: point }
}

/** The nodes of a text as they are found; neighbouring characters become one node. */
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

  hasAddress(): boolean {
    return this.nodes.some((node) => node.type === 'text' && HAS_ADDRESS.test(node.value))
  }
}

function readMark(text: string, at: number): Meaning | undefined {
  switch (text[at]) {
    case '\\':
      return readEscape(text, at)
    case '[':
      return readLink(text, at)
    case ']':
      // After what is no link, an address in brackets may still make one of more text than was read.
      return text[at + 1] === '(' ? undefined : literal(text, at, 1)
    case '&':
      return matchAt(REFERENCE, text, at) ? undefined : literal(text, at, 1)
    case '<':
      return readAddress(text, at)
    case '*':
    case '_':
      return readEmphasis(text, at)
    case '`':
      return readCode(text, at)
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
/** Between blanks, a mark in front of a letter can only begin, and one behind a word can only end. */
const EMPHASIS = /(?<![^ \n])(\*\*?|__?)([^[\]\\&`*_~<\s](?:[^[\]\\&`*_~<\s]| (?=[^*_\s]))*)\1(?![^ \n])/y
const CODE = /(?<!`)`([^`\n ](?:[^`\n]*[^`\n ])?)`(?!`)/y

function readEscape(text: string, at: number): Meaning {
  if (text[at + 1] === '\n') return { words: { type: 'break' }, end: at + 2 }
  const escaped = matchAt(PUNCTUATION, text, at)
  return escaped ? { words: escaped[0].slice(1), end: at + 2 } : literal(text, at, 1)
}

function readLink(text: string, at: number): Meaning | undefined {
  if (text[at - 1] === '!') return undefined
  const link = matchAt(LINK, text, at)
  if (!link) return literal(text, at, 1)
  const [whole, label = '', url = ''] = link
  return { words: linkTo(url, label), end: at + whole.length }
}

function readAddress(text: string, at: number): Meaning | undefined {
  const address = matchAt(ADDRESS, text, at)
  if (address) return { words: linkTo(address[1] ?? '', address[1] ?? ''), end: at + address[0].length }
  return matchAt(TAG_OR_ADDRESS, text, at) ? undefined : literal(text, at, 1)
}

function readEmphasis(text: string, at: number): Meaning | undefined {
  const marks = matchAt(INNER_MARKS, text, at) ?? matchAt(LONE_STARS, text, at)
  if (marks) return literal(text, at, marks[0].length)
  const emphasis = matchAt(EMPHASIS, text, at)
  if (!emphasis) return undefined
  const [whole, mark = '', value = ''] = emphasis
  if (HAS_ADDRESS.test(value)) return undefined
  const type = mark.length === 2 ? 'strong' : 'emphasis'
  return { words: { type, children: [{ type: 'text', value }] }, end: at + whole.length }
}

function readCode(text: string, at: number): Meaning | undefined {
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
