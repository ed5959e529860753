import type { List, ListItem, RootContent } from 'mdast'
import { attachAlerts, DUMP_LABEL } from '@/lib/legacy-import/shared/alerts'
import { isBlockContent } from '@/lib/legacy-import/shared/block-content'
import { parseInline } from '@/lib/legacy-import/shared/inline'
import { isRule } from '@/lib/legacy-import/shared/text-line'
import { paragraphNodes, quoteNodes, referenceNodes } from './block-nodes'
import { codeNode, mergeCode } from './code-pieces'
import type { Container, ListNode } from './container-tree'
import { type BodyContext, type Piece, readPieces } from './pieces'
import { joinLines } from './wrapping'

/** Turns a container and everything in it into Markdown nodes. */
export function containerToMdast(container: Container, body: BodyContext, isInItem = false): RootContent[] {
  const pieces = mergeCode(readPieces(container, body, isInItem))
  return attachAlerts(
    pieces.flatMap((piece) => pieceToNodes(piece, body)),
    DUMP_LABEL,
  )
}

function pieceToNodes(piece: Piece, body: BodyContext): readonly RootContent[] {
  switch (piece.kind) {
    case 'nodes':
      return piece.nodes
    case 'heading':
      return [{ type: 'heading', depth: piece.heading.depth, children: parseInline(piece.heading.text) }]
    case 'list':
      return [listNode(piece.list, body)]
    case 'references':
      return referenceNodes(piece.references, piece.isItemText)
    case 'code':
      return [codeNode(piece.lines)]
    case 'quote':
      return quoteNodes(joinText(piece.lines, body))
    case 'lines':
    case 'prose':
      return paragraphNodes(joinText(piece.lines, body))
  }
}

/** Rules above and below a text are drawing; they are dropped. */
function joinText(lines: Parameters<typeof joinLines>[0], { hand }: BodyContext): string[] {
  const text = lines.filter((line) => !isRule(line.text))
  return joinLines(text, hand)
}

function listNode(list: ListNode, body: BodyContext): List {
  const children = list.items.flatMap((item): ListItem[] => {
    const nodes = containerToMdast(item, body, true).filter(isBlockContent)
    // An emptied bullet says nothing; an emptied number still counts.
    if (nodes.length === 0 && list.style === 'bullet') return []
    return [{ type: 'listItem', spread: false, checked: null, children: nodes }]
  })
  const spread = children.some((item) => item.children.length > 1)
  const items = children.map((item) => ({ ...item, spread }))
  return list.style === 'bullet'
    ? { type: 'list', ordered: false, start: null, spread, children: items }
    : { type: 'list', ordered: true, start: list.start, spread, children: items }
}
