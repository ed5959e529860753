import type { BlockContent, RootContent } from 'mdast'

/** Tells whether a block may stand in an item or a quotation; a heading may not. */
export function isBlockContent(
  block: RootContent,
): block is Exclude<Extract<RootContent, BlockContent>, { type: 'heading' }> {
  return ['paragraph', 'list', 'code', 'blockquote', 'table'].includes(block.type)
}
