import type { Definition, Image, Link, Node, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import { toString as plainTextOf } from 'mdast-util-to-string'
import { SKIP, visitParents } from 'unist-util-visit-parents'
import type { VFile } from 'vfile'
import type { ArticleLink } from '@/lib/kb/article'
import type { KbNumber } from '@/lib/kb/kb-number'
import { toKbNumber } from '@/lib/kb/kb-number'
import { parseLegacyPath, parseLegacyUrl } from '@/lib/kb/legacy-url'
import { articleUrl } from '@/lib/urls'

declare module 'vfile' {
  interface DataMap {
    articleLinks: ArticleLink[]
  }
}

/**
 * `KB940006` and `Q156091` in prose. Not file names and paths: `Q244599i.exe`, `q300972/default.asp`, `\KB940006`,
 * nor the GUID-like or longer words that they are part of.
 */
const NUMBER_IN_PROSE =
  /(?<![\p{L}\p{N}\\/_.@#-])(?:KB ?(\d{5,7})|Q(\d{5,6}))(?![\p{L}\p{N}_]|[\\/]|-\p{L}|\.\p{L}{2,4}\b)/gu

const MAX_CONTEXT = 240

/**
 * Links to articles, in whatever form, become links to `/kb/N`: links to `/kb/N`, to `N.md`, to any historical support
 * address, and numbers in prose. Collects them on the file as `articleLinks`. A number in prose that is the article's
 * own stays text.
 */
export function remarkKbLinks(options: { readonly self?: KbNumber } = {}) {
  return (tree: Root, file: VFile): void => {
    const links: ArticleLink[] = []
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'code' || node.type === 'inlineCode') return SKIP
      if (node.type === 'link' || node.type === 'definition') {
        const target = parseLinkTarget(node.url)
        if (target !== undefined) {
          node.url = articleUrl(target)
          links.push(describeLink(node, ancestors, { target, isExplicit: true }))
        }
        return SKIP
      }
      if (node.type !== 'text') return
      const parent = ancestors.at(-1)
      if (!parent || ancestors.some((ancestor) => ancestor.type === 'linkReference')) return
      const pieces = splitAtNumbers(node, options.self)
      if (!pieces) return
      const index = parent.children.indexOf(node as never)
      parent.children.splice(index, 1, ...(pieces as never[]))
      for (const piece of pieces) {
        if (piece.type !== 'link') continue
        const target = parseLinkTarget(piece.url)
        if (target !== undefined) links.push(describeLink(piece, ancestors, { target, isExplicit: false }))
      }
      return [SKIP, index + pieces.length]
    })
    file.data.articleLinks = links
  }
}

/** Gives the article that the address of a link leads to, or `undefined` for any other address. */
export function parseLinkTarget(address: string): KbNumber | undefined {
  if (/^https?:/i.test(address)) return parseLegacyUrl(address)
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined
  const file = /(?:^|\/)(?:kb|q)?0*(\d{4,7})\.md(?:#.*)?$/i.exec(address)
  if (file) return toKbNumber(Number(file[1]))
  if (!address.startsWith('/')) return undefined
  const url = URL.canParse(address, 'http://viewer') ? new URL(address, 'http://viewer') : undefined
  return url && parseLegacyPath(url.pathname, url.searchParams)
}

function splitAtNumbers(node: Text, self: KbNumber | undefined): (Text | Link)[] | undefined {
  const pieces: (Text | Link)[] = []
  let end = 0
  for (const match of node.value.matchAll(NUMBER_IN_PROSE)) {
    const target = toKbNumber(Number(match[1] ?? match[2]))
    if (target === undefined || target === self) continue
    if (match.index > end) pieces.push({ type: 'text', value: node.value.slice(end, match.index) })
    pieces.push({
      type: 'link',
      url: articleUrl(target),
      children: [{ type: 'text', value: match[0] }],
      position: node.position,
    })
    end = match.index + match[0].length
  }
  if (end === 0) return undefined
  if (end < node.value.length) pieces.push({ type: 'text', value: node.value.slice(end) })
  return pieces
}

function describeLink(
  node: Link | Definition,
  ancestors: readonly Parents[],
  known: Pick<ArticleLink, 'target' | 'isExplicit'>,
): ArticleLink {
  const block = ancestors.findLast((ancestor) => !isPhrasing(ancestor))
  return {
    ...known,
    line: node.position?.start.line ?? 1,
    citedTitle: node.type === 'link' ? citedTitle(node, ancestors.at(-1)) : undefined,
    context: block && block.type !== 'root' ? excerptAround(block, node) : '',
  }
}

/** The words of the link when they are more than a number, else the words that follow it up to the end of the line. */
function citedTitle(link: Link, parent: Parents | undefined): string | undefined {
  const words = plainTextOf(link).trim()
  if (!/^(?:kb|q)?\s?\d+$/i.test(words) && !/^https?:/i.test(words))
    return cleanTitle(words.replace(/^(?:kb|q)?\d{5,7}\s*[:-]?\s+/i, ''))
  if (!parent) return undefined
  const siblings: readonly Nodes[] = parent.children
  const index = siblings.indexOf(link)
  const before = plainText(siblings.slice(0, index))
  const rest = siblings.slice(index + 1)
  const lineEnd = rest.findIndex(
    (sibling) => sibling.type === 'break' || (sibling.type === 'link' && parseLinkTarget(sibling.url)),
  )
  const after = plainText(lineEnd < 0 ? rest : rest.slice(0, lineEnd))
  // In the middle of a sentence ("see article Q173407 for more") what follows is not a title.
  const startsLine = before.trim() === '' || siblings[index - 1]?.type === 'break'
  return startsLine && /^[\s:–-]+\S/.test(after) ? cleanTitle(after) : undefined
}

function cleanTitle(text: string): string | undefined {
  const title = text
    .replace(/^[\s:–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return title.length >= 4 && title.length <= 300 ? title : undefined
}

function excerptAround(block: Parents, node: Node): string {
  const text = plainTextOf(block, { includeImageAlt: false }).replace(/\s+/g, ' ').trim()
  if (text.length <= MAX_CONTEXT) return text
  const words = plainTextOf(node as PhrasingContent)
  const at = Math.max(text.indexOf(words), 0)
  const start = Math.max(0, Math.min(at - MAX_CONTEXT / 2, text.length - MAX_CONTEXT))
  const piece = text.slice(start, start + MAX_CONTEXT)
  return `${start > 0 ? '…' : ''}${piece.trim()}${start + MAX_CONTEXT < text.length ? '…' : ''}`
}

function plainText(nodes: readonly Nodes[]): string {
  return nodes.map((node) => plainTextOf(node)).join('')
}

function isPhrasing(node: Parents | Image): boolean {
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(node.type)
}
