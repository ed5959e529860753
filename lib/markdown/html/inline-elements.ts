import type { Nodes, PhrasingContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { anchorId } from '@/lib/kb/numbers/slug'
import { positionAt } from '@/lib/markdown/fast/parse-simple-words'
import { type HtmlInline, isPhrasing, textNode } from './html-nodes'
import { decodeReferences, type HtmlToken } from './html-tokens'
import type { Paired, PairedTag } from './pair-tags'

type Position = PhrasingContent['position']

/** Gives the words of pieces without blocks. */
export function toWords(pieces: readonly Paired<Nodes>[]): PhrasingContent[] {
  return pieces.flatMap((piece): PhrasingContent[] => {
    if (piece.kind === 'other') return isPhrasing(piece.other) ? [piece.other] : []
    return piece.kind === 'text' ? [toText(piece.token)] : toInline(piece)
  })
}

/** Text as it is read: with its character references decoded, but a tag that is no markup as it was typed. */
export function toText({ kind, source, line }: HtmlToken): PhrasingContent {
  return textNode(kind === 'text' ? decodeReferences(source) : source, positionAt(line))
}

/** The words of an inline element, as Markdown means it: `<b>` makes strong words, `<a href>` a link. */
export function toInline({ token, children: pieces }: PairedTag<Nodes>): PhrasingContent[] {
  const { name, attributes, line } = token
  const children = toWords(pieces)
  const position = positionAt(line)
  switch (name) {
    case 'br':
      return [{ type: 'break', position }]
    case 'wbr':
      return []
    case 'img':
      return toImage(token)
    case 'b':
    case 'strong':
      return [{ type: 'strong', children, position }]
    case 'i':
    case 'em':
      return [{ type: 'emphasis', children, position }]
    case 's':
    case 'strike':
    case 'del':
      return [{ type: 'delete', children, position }]
    case 'code':
    case 'tt':
      return toCode(children, position)
    case 'a':
      return toAnchor(attributes, children, position)
    case 'span':
      return withAnchor(attributes, children, position)
    default:
      return [...withAnchor(attributes, [element(name, attributes, children, position)], position)]
  }
}

function toImage(token: HtmlToken): PhrasingContent[] {
  const url = token.attributes.get('src')?.trim()
  if (!url) return [textNode(token.source, positionAt(token.line))]
  return [{ type: 'image', url, alt: token.attributes.get('alt') ?? '', position: positionAt(token.line) }]
}

/** Puts the place that the id of an element names before its words. */
export function withAnchor(
  attributes: HtmlToken['attributes'],
  children: PhrasingContent[],
  position: Position,
): PhrasingContent[] {
  const id = anchorId(attributes.get('id') ?? attributes.get('name') ?? '')
  if (id === undefined) return children
  return [{ type: 'htmlInline', data: { hName: 'span', hProperties: { id } }, children: [], position }, ...children]
}

function toCode(children: PhrasingContent[], position: Position): PhrasingContent[] {
  const isText = children.every(({ type }) => type === 'text')
  const value = children.map((child) => wordsOf(child)).join('')
  return isText && value.trim() !== '' ? [{ type: 'inlineCode', value, position }] : children
}

function toAnchor(
  attributes: HtmlToken['attributes'],
  children: PhrasingContent[],
  position: Position,
): PhrasingContent[] {
  const url = attributes.get('href')
  const linked: PhrasingContent[] = url === undefined ? children : [{ type: 'link', url, children, position }]
  return withAnchor(attributes, linked, position)
}

function element(
  name: string,
  attributes: HtmlToken['attributes'],
  children: PhrasingContent[],
  position: Position,
): HtmlInline {
  const title = name === 'abbr' || name === 'dfn' ? attributes.get('title') : undefined
  return { type: 'htmlInline', data: { hName: name, ...(title && { hProperties: { title } }) }, children, position }
}
