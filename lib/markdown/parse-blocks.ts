import type { Root } from 'mdast'
import { remarkHtml } from './html/remark-html'
import { parseMarkdown } from './processor'

/** Parses a body to its whole tree, with raw HTML as the Markdown that it means. */
export function parseBlocks(body: string): Root {
  const root = parseMarkdown(body)
  remarkHtml()(root)
  return root
}
