import type { Nodes, RootContent, TableCell, TableRow } from 'mdast'
import { positionAt } from '@/lib/markdown/fast/parse-simple-words'
import type { Paired, PairedTag } from './pair-tags'

type Pieces = readonly Paired<Nodes>[]
type ToBlocks = (pieces: Pieces) => RootContent[]

const PARTS = ['thead', 'tbody', 'tfoot']
/** A browser lays out each column and row that a cell claims. */
const SPAN = /^[1-9]\d?$/

/** Gives a table, after its caption. What stands outside of its cells gets a cell, so that nothing is lost. */
export function toTable(pieces: Pieces, line: number, toBlocks: ToBlocks): RootContent[] {
  const captions: RootContent[] = []
  const children: TableRow[] = []
  const addRows = (inner: Pieces): void => {
    let loose: Paired<Nodes>[] = []
    const endLoose = () => {
      const cells = toCells(loose, toBlocks)
      if (cells.length > 0) children.push({ type: 'tableRow', children: cells, position: positionAt(line) })
      loose = []
    }
    for (const piece of inner) {
      const name = piece.kind === 'tag' ? piece.token.name : ''
      if (piece.kind !== 'tag' || !['tr', 'caption', 'colgroup', ...PARTS].includes(name)) {
        loose.push(piece)
        continue
      }
      endLoose()
      if (name === 'caption') captions.push(...toBlocks(piece.children))
      else if (name === 'tr') {
        const cells = toCells(piece.children, toBlocks)
        if (cells.length > 0)
          children.push({ type: 'tableRow', children: cells, position: positionAt(piece.token.line) })
      } else addRows(piece.children)
    }
    endLoose()
  }
  addRows(pieces)
  return children.length === 0 ? captions : [...captions, { type: 'table', children, position: positionAt(line) }]
}

function toCells(pieces: Pieces, toBlocks: ToBlocks): TableCell[] {
  const cells: TableCell[] = []
  let loose: Paired<Nodes>[] = []
  const endLoose = () => {
    const blocks = toBlocks(loose)
    if (blocks.length > 0) cells.push(cell('td', blocks))
    loose = []
  }
  for (const piece of pieces) {
    if (piece.kind !== 'tag' || (piece.token.name !== 'td' && piece.token.name !== 'th')) {
      if (piece.kind !== 'tag' || piece.token.name !== 'col') loose.push(piece)
      continue
    }
    endLoose()
    cells.push(cell(piece.token.name, toBlocks(piece.children), piece))
  }
  endLoose()
  return cells
}

function cell(hName: string, blocks: readonly RootContent[], tag?: PairedTag<Nodes>): TableCell {
  const [only, ...others] = blocks
  const children = only?.type === 'paragraph' && others.length === 0 ? only.children : blocks
  const hProperties: Record<string, string> = {}
  for (const name of ['colSpan', 'rowSpan']) {
    const value = tag?.token.attributes.get(name.toLowerCase()) ?? ''
    if (SPAN.test(value)) hProperties[name] = value
  }
  return { type: 'tableCell', data: { hName, hProperties }, children: children as never }
}
