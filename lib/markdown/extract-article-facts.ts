import type { Nodes, Root } from 'mdast'
import type { ArticleFacts, TextBlock } from '@/lib/kb/articles/article'
import { cutText } from '@/lib/kb/articles/excerpt'
import { showHidden, showHiddenInProse } from '@/lib/kb/articles/visible-text'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseLeafBlocks } from './fast/parse-leaf-blocks'
import { plainTextOf } from './plain-text-of'
import { refuseExcess } from './refuse-excess'
import { remarkHeadingIds } from './remark-heading-ids'
import { linkArticles } from './remark-kb-links'
import { listAttachments, listPictures, remarkRemotePictures } from './remark-pictures'

export const MAX_DESCRIPTION = 200

/** Extracts the facts of a Markdown body; `self` is the number of its article. Throws a `RangeError` as rendering does. */
export function extractArticleFacts(body: string, self: KbNumber | undefined): ArticleFacts {
  refuseExcess(body)
  return extractTreeFacts(parseLeafBlocks(body), self)
}

/** Extracts the facts of a parsed body, and links the articles that it cites. */
export function extractTreeFacts(tree: Root, self: KbNumber | undefined): ArticleFacts {
  remarkRemotePictures()(tree)
  remarkHeadingIds()(tree)
  const { links: written, fileLinks } = linkArticles(tree, self)
  const links = written.map((link) => ({
    ...link,
    citedTitle: link.citedTitle && showHidden(link.citedTitle),
    context: showHiddenInProse(link.context),
  }))
  const pictures = listPictures(tree)
  const attachments = listAttachments(tree)
  const blocks = listBlocks(tree)
  return {
    blocks,
    plainText: blocks.map(({ text }) => text).join('\n'),
    description: describe(blocks),
    links,
    ...(pictures.length > 0 && { pictures }),
    ...(attachments.length > 0 && { attachments }),
    ...(fileLinks.length > 0 && { fileLinks }),
  }
}

/** Lists the leaf blocks in reading order: paragraphs, headings, code and table rows. */
function listBlocks(tree: Root): TextBlock[] {
  const blocks: TextBlock[] = []
  let section: string | undefined
  const add = (node: Nodes, kind: TextBlock['kind'], words: string): void => {
    const text = cleanText(kind === 'paragraph' ? showHiddenInProse(words) : showHidden(words))
    if (kind === 'heading') section = text || undefined
    if (text !== '') blocks.push({ text, kind, line: node.position?.start.line ?? 1, section })
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') add(node, node.type, plainTextOf(node))
    else if (node.type === 'code') add(node, node.lang === 'event' ? 'event' : 'code', node.value)
    else if (node.type === 'tableRow') add(node, 'row', node.children.map(plainTextOf).join('  '))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return blocks
}

/** Removes control characters, which the index uses to mark matches, and the marker of an alert. */
function cleanText(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i, '')
    .trim()
}

function describe(blocks: readonly TextBlock[]): string {
  const paragraphs: string[] = []
  for (const { kind, text } of blocks) if (kind === 'paragraph' && paragraphs.push(text) === 4) break
  return cutText(paragraphs.join(' ').replace(/\s+/g, ' '), MAX_DESCRIPTION)
}
