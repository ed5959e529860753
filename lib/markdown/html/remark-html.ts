import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { listNodes } from '@/lib/markdown/list-nodes'
import { toBlocks } from './block-elements'
import { textNode } from './html-nodes'
import { BLOCK_TAGS } from './html-tags'
import { splitHtml } from './html-tokens'
import { toWords } from './inline-elements'
import { type Paired, type Piece, pairTags } from './pair-tags'

/**
 * Turns raw HTML into the Markdown that it means: `<br>` into a break, `<table>` into a table, `<kbd>` into an element of its own. Every
 * tag that is not on the list stays text with the same characters, so that `<servername>` is visible and nothing else is markup. Drops
 * comments, and replaces a picture by reference by the picture.
 */
export function remarkHtml() {
  return (tree: Root): void => {
    const definitions = new Map<string, string>()
    for (const { identifier, url } of listNodes(tree, 'definition')) {
      if (!definitions.has(identifier)) definitions.set(identifier, url)
    }
    replaceIn(tree, definitions)
  }
}

type Definitions = ReadonlyMap<string, string>

const HOLD_BLOCKS: readonly string[] = [
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
] satisfies Nodes['type'][]
const NAME_OF_TAG = /^<\/?([a-z][a-z0-9]*)/i

function replaceIn(parent: Parents, definitions: Definitions): void {
  const holdsBlocks = HOLD_BLOCKS.includes(parent.type)
  let isChanged = false
  const children = parent.children.flatMap((child: Nodes): Nodes[] => {
    if ('children' in child) {
      if (!(holdsBlocks && child.type === 'paragraph' && child.children.some(isBlockTag))) {
        replaceIn(child, definitions)
        return [child]
      }
      isChanged = true
      return blocksOf(child, definitions)
    }
    if (child.type !== 'html' && child.type !== 'imageReference') return [child]
    isChanged = true
    return [child.type === 'html' ? child : toPicture(child, definitions)]
  })
  if (!isChanged) return
  if (holdsBlocks) parent.children = toBlocks(pair(children, true)) as never
  else if (parent.type === 'tableCell') parent.children = withoutParagraph(toBlocks(pair(children, true))) as never
  else parent.children = toWords(pair(children, false)) as never
}

/** A paragraph in which blocks begin, such as `See: <ul><li>one</li></ul>`. */
function blocksOf(paragraph: Parents, definitions: Definitions): RootContent[] {
  for (const child of paragraph.children) if ('children' in child) replaceIn(child, definitions)
  const children = paragraph.children.map((child) =>
    child.type === 'imageReference' ? toPicture(child, definitions) : child,
  )
  return toBlocks(pair(children, true))
}

function pair(nodes: readonly Nodes[], areBlocks: boolean): Paired<Nodes>[] {
  const pieces = nodes.flatMap((node): Piece<Nodes>[] =>
    node.type === 'html'
      ? splitHtml(node.value, node.position?.start.line ?? 1).map((token) => ({ token }))
      : [{ other: node }],
  )
  return pairTags(pieces, areBlocks)
}

function toPicture(node: Extract<Nodes, { type: 'imageReference' }>, definitions: Definitions): Nodes {
  const url = definitions.get(node.identifier)
  if (url === undefined) return textNode(node.alt ?? '', node.position)
  return { type: 'image', url, alt: node.alt, position: node.position }
}

function isBlockTag(node: Nodes): boolean {
  return node.type === 'html' && BLOCK_TAGS.has(NAME_OF_TAG.exec(node.value)?.[1]?.toLowerCase() ?? '')
}

/** A cell with words alone has no paragraph around them. */
function withoutParagraph(blocks: readonly RootContent[]): RootContent[] {
  const [only, ...others] = blocks
  return only?.type === 'paragraph' && others.length === 0 ? only.children : [...blocks]
}
