import type { Element } from 'hast'
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Options } from 'rehype-remark'
import { isBlockContent } from '@/lib/legacy-import/shared/block-content'

/** A function that turns one element into nodes of Markdown. */
export type Handle = NonNullable<NonNullable<Options['handlers']>[string]>
/** What rehype-remark hands to a handler: `all` turns the children of an element, `toFlow` makes blocks of them. */
export type State = Parameters<Handle>[0]

/** Gives the level that a class makes a heading of: `<span class="subTitle">`, `<div class="sbody-h3">`. */
export function levelOfClass({ properties: { className } }: Element): number | undefined {
  if (!Array.isArray(className)) return undefined
  for (const name of className.map(String)) {
    const level = /^(?:sbody-|kb-)?h([1-6])$/i.exec(name)?.[1]
    if (level) return Number(level)
    if (/^(?:sub-?title|section-?(?:heading|title)|heading)$/i.test(name)) return 2
  }
  return undefined
}

/** Turns the content of an element into blocks. */
export function blocksOf(state: State, node: Element): RootContent[] {
  return state.toFlow(state.all(node))
}

/** Gives blocks as the content of an item or a quotation, where a heading is a bold line. */
export function innerBlocks(blocks: readonly RootContent[]): BlockContent[] {
  return blocks.flatMap((block): BlockContent[] => {
    if (block.type === 'heading') return [boldParagraph({ type: 'paragraph', children: block.children })]
    return isBlockContent(block) ? [block] : []
  })
}

/** Makes a paragraph of plain text bold. */
export function boldParagraph({ children }: Paragraph): Paragraph {
  const isPlain = children.every(({ type }) => type === 'text')
  return { type: 'paragraph', children: isPlain ? [{ type: 'strong', children }] : children }
}

/** Unwraps bold text where everything is bold: in a heading and in the header of a table. */
export function withoutBold(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'strong' ? node.children : [node]))
}
