import type { Heading, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { positionAt } from '@/lib/markdown/fast/parse-simple-words'
import { type HtmlBlock, isPhrasing } from './html-nodes'
import { BLOCK_TAGS } from './html-tags'
import { decodeReferences } from './html-tokens'
import { toInline, toText, toWords, withAnchor } from './inline-elements'
import type { Paired, PairedTag } from './pair-tags'
import { toTable } from './table-elements'

type Pieces = readonly Paired<Nodes>[]

/** Gives the blocks of pieces; words between them become paragraphs. */
export function toBlocks(pieces: Pieces): RootContent[] {
  const blocks: RootContent[] = []
  let words: PhrasingContent[] = []
  const endParagraph = () => {
    const children = trimWords(words)
    if (children.length > 0) blocks.push({ type: 'paragraph', children, position: children[0]?.position })
    words = []
  }
  const add = (piece: Paired<Nodes>): void => {
    if (piece.kind === 'text') words.push(toText(piece.token))
    else if (piece.kind === 'tag' && isInline(piece)) words.push(...toInline(piece))
    else if (piece.kind === 'other' && isPhrasing(piece.other)) words.push(piece.other)
    else if (piece.kind === 'tag' && !isBlockTag(piece)) piece.children.forEach(add)
    else {
      endParagraph()
      blocks.push(...(piece.kind === 'tag' ? toBlock(piece) : [piece.other as RootContent]))
    }
  }
  pieces.forEach(add)
  endParagraph()
  return blocks
}

/** Tells whether nothing but words and their marks is in an element. */
function isInline(piece: Paired<Nodes>): boolean {
  if (piece.kind === 'text') return true
  if (piece.kind === 'other') return isPhrasing(piece.other)
  return !isBlockTag(piece) && piece.children.every(isInline)
}

function isBlockTag({ token }: PairedTag<Nodes>): boolean {
  return BLOCK_TAGS.has(token.name) || token.name === 'hr' || token.name === 'col'
}

function toBlock(tag: PairedTag<Nodes>): RootContent[] {
  const { token, children } = tag
  const position = positionAt(token.line)
  return [...withAnchor(token.attributes, [], position), ...toBlockAlone(tag, children)]
}

function toBlockAlone({ token }: PairedTag<Nodes>, children: Pieces): RootContent[] {
  const { name, attributes, line } = token
  const position = positionAt(line)
  switch (name) {
    case 'hr':
      return [{ type: 'thematicBreak', position }]
    case 'blockquote':
      return [{ type: 'blockquote', children: toBlocks(children) as never, position }]
    case 'details':
      return [element('details', attributes.has('open') ? { open: true } : undefined, toBlocks(children), line)]
    case 'summary':
      return ofWords(children, (words) => ({
        type: 'paragraph',
        data: { hName: 'summary' },
        children: words,
        position,
      }))
    case 'pre':
      return toCode(children, line)
    case 'ul':
    case 'ol':
      return toList(name === 'ol', children, attributes.get('start'), line)
    case 'dl':
      return toDefinitions(children, line)
    case 'table':
      return toTable(children, line, toBlocks)
    default:
      return /^h[1-6]$/.test(name) ? ofWords(children, (words) => heading(name, words, line)) : toBlocks(children)
  }
}

/** A block of words alone; blocks in it stay blocks. */
function ofWords(pieces: Pieces, make: (words: PhrasingContent[]) => RootContent): RootContent[] {
  if (!pieces.every(isInline)) return toBlocks(pieces)
  const words = trimWords(toWords(pieces))
  return words.length === 0 ? [] : [make(words)]
}

function heading(name: string, children: PhrasingContent[], line: number): RootContent {
  return { type: 'heading', depth: Number(name[1]) as Heading['depth'], children, position: positionAt(line) }
}

function element(
  hName: string,
  hProperties: { open: true } | undefined,
  children: RootContent[],
  line: number,
): HtmlBlock {
  return {
    type: 'htmlBlock',
    data: { hName, ...(hProperties && { hProperties }) },
    children,
    position: positionAt(line),
  }
}

function toCode(pieces: Pieces, line: number): RootContent[] {
  const value = codeOf(pieces)
  if (value === undefined) return toBlocks(pieces)
  return [{ type: 'code', value: value.replace(/^\n/, '').trimEnd(), position: positionAt(line) }]
}

/** The characters of preformatted text; `undefined` if it holds more than text. */
function codeOf(pieces: Pieces): string | undefined {
  let value = ''
  for (const piece of pieces) {
    if (piece.kind === 'other') return undefined
    if (piece.kind === 'text')
      value += piece.token.kind === 'text' ? decodeReferences(piece.token.source) : piece.token.source
    else if (piece.token.name === 'br') value += '\n'
    else {
      const inner = codeOf(piece.children)
      if (inner === undefined || piece.token.name === 'img') return undefined
      value += inner
    }
  }
  return value
}

function toList(ordered: boolean, pieces: Pieces, start: string | undefined, line: number): RootContent[] {
  const children = groupBy(pieces, ['li']).map(
    (inner): ListItem => ({
      type: 'listItem',
      spread: false,
      children: toBlocks(inner) as never,
      position: positionAt(line),
    }),
  )
  if (children.length === 0) return []
  const first = /^\d{1,9}$/.test(start ?? '') ? Number(start) : 1
  return [{ type: 'list', ordered, start: ordered ? first : null, spread: false, children, position: positionAt(line) }]
}

function toDefinitions(pieces: Pieces, line: number): RootContent[] {
  const children = groupBy(pieces, ['dt', 'dd'], (piece) => piece).flatMap((inner): RootContent[] => {
    const [only] = inner
    const isTerm = only?.kind === 'tag' && only.token.name === 'dt' && only.children.every(isInline)
    if (isTerm) {
      return ofWords(only.children, (words) => ({
        type: 'paragraph',
        data: { hName: 'dt' },
        children: words,
        position: positionAt(only.token.line),
      }))
    }
    return [element('dd', undefined, toBlocks(inner), line)]
  })
  return children.length === 0 ? [] : [element('dl', undefined, children, line)]
}

/** Gives the contents of each tag of these names; what stands between them makes groups of its own. */
export function groupBy(
  pieces: Pieces,
  names: readonly string[],
  contents: (piece: PairedTag<Nodes>) => Paired<Nodes> | Pieces = (piece) => piece.children,
): Pieces[] {
  const groups: Paired<Nodes>[][] = []
  let between: Paired<Nodes>[] = []
  const endBetween = () => {
    if (between.some((piece) => !isBlank(piece))) groups.push(between)
    between = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'tag' && names.includes(piece.token.name)) {
      endBetween()
      groups.push([contents(piece)].flat())
    } else between.push(piece)
  }
  endBetween()
  return groups
}

export function isBlank(piece: Paired<Nodes>): boolean {
  return piece.kind === 'text' && piece.token.source.trim() === ''
}

/** Takes the blanks off the edges of a paragraph; nothing is left of blanks alone. */
function trimWords(words: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlankText = (node: PhrasingContent | undefined) => node?.type === 'text' && node.value.trim() === ''
  const kept = [...words]
  while (isBlankText(kept[0])) kept.shift()
  while (isBlankText(kept.at(-1))) kept.pop()
  const [first, last] = [kept[0], kept.at(-1)]
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() }
  const end = kept.at(-1)
  if (last && end?.type === 'text') kept[kept.length - 1] = { ...end, value: end.value.trimEnd() }
  return kept
}
