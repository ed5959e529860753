import type { Root } from 'mdast'
import { parseMarkdown } from './processor'
import { remarkHtmlToText } from './remark-html-to-text'

/** Parses a body to its whole tree, with raw HTML as text. */
export function parseBlocks(body: string): Root {
  const root = parseMarkdown(body)
  remarkHtmlToText()(root)
  return root
}
