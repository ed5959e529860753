import type { Heading, Image, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import { parseInPieces } from '@/lib/markdown/fast/parse-in-pieces'
import { normalizeAlerts } from './alerts'
import { foldInlineHtml } from './inline-html'

const PARSER = unified().use(remarkParse).use(remarkGfm).freeze()

/** What a body refers to; each gives the new address, or `undefined` if only the words stay. */
export interface References {
  readonly link: (url: string, line: number) => string | undefined
  readonly picture: (url: string, line: number) => string | undefined
}

/** Parses the Markdown of a body to a tree that our format has: no HTML, alerts of one form, links resolved. */
export function parseBody(markdown: string, references: References): Root {
  const tree = parseInPieces(markdown, { parse: parseWithTildes, isTree: true })
  tidy(tree, { references, isCell: false, isLinked: false })
  return tree
}

/** Tildes stand in logs and paths; nothing is meant to be struck out. */
function parseWithTildes(markdown: string): Root {
  const tree = PARSER.parse(markdown)
  if (!markdown.includes('~')) return tree
  visit(tree, 'delete', (node, index, parent) => {
    const marks = markdown.startsWith('~~', node.position?.start.offset) ? '~~' : '~'
    const tildes = { type: 'text' as const, value: marks }
    parent?.children.splice(index ?? 0, 1, tildes, ...node.children, { ...tildes })
    return index
  })
  return tree
}

interface Run {
  readonly references: References
  readonly isCell: boolean
  readonly isLinked: boolean
}

function tidy(parent: Parents, run: Run): void {
  const inner = parent.type === 'tableCell' ? { ...run, isCell: true } : run
  let children: Nodes[] = [...parent.children]
  if (isBlockParent(parent))
    children = normalizeAlerts(dropTabs(children.flatMap((child) => toBlocks(child))), parent.type)
  else if (holdsWords(parent)) children = trimEdges(foldInlineHtml(children as PhrasingContent[], inner.isCell))
  children = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return parent.type === 'link' || inner.isLinked ? [child] : linkNumbers(child.value)
    if ('children' in child) tidy(child, child.type === 'link' ? { ...inner, isLinked: true } : inner)
    return replace(child, inner)
  })
  const isEmpty = (child: Nodes) => child.type === 'paragraph' && child.children.length === 0
  parent.children = (holdsWords(parent) ? joinTexts(children) : children.filter((child) => !isEmpty(child))) as never
}

/** A tag that is gone leaves a blank at the edge of its block. */
function trimEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node
    const value = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === nodes.length - 1 ? value.trimEnd() : value }
  })
}

function isBlockParent({ type }: Parents): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
}

function holdsWords({ type }: Parents): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

function replace(node: Nodes, { references }: Run): Nodes[] {
  const line = node.position?.start.line ?? 1
  switch (node.type) {
    case 'link': {
      const url = references.link(node.url, line)
      if (url === undefined) return node.children.map((child) => withoutScheme(child, node.url))
      return [{ ...node, url }]
    }
    case 'definition': {
      const url = references.link(node.url, line)
      return url === undefined ? [] : [{ ...node, url }]
    }
    case 'image':
      return [toPicture(node, references, line)]
    case 'code':
      return [{ ...node, lang: node.lang?.replace(/-interactive$/i, '') ?? null, meta: null }]
    default:
      return [node]
  }
}

/** A picture that cannot be in the input leaves its words. */
function toPicture(node: Image, { picture }: References, line: number): Nodes {
  const url = picture(node.url, line)
  return url === undefined ? { type: 'text', value: node.alt ?? '' } : { ...node, url, title: null }
}

/** `<xref:Microsoft.Win32>` is a link with its own address as text. */
function withoutScheme(node: PhrasingContent, url: string): PhrasingContent {
  if (node.type !== 'text' || node.value !== url) return node
  return { ...node, value: decodeAddress(url.replace(/^xref:/i, '').replace(/\?.*$/, '')).replace(/\*$/, '') }
}

/** HTML that stands as a block of its own is read as a paragraph; its first tag decides nothing. */
function toBlocks(node: Nodes): Nodes[] {
  if (node.type !== 'html') return [node]
  const [first = '', ...rest] = node.value.split('\n')
  // A character of no width keeps the line from beginning with the tag.
  const parsed = PARSER.parse(`\u2060${first}`).children
  for (const child of parsed) {
    const text = child.type === 'paragraph' ? child.children[0] : undefined
    if (text?.type === 'text') text.value = text.value.replace('\u2060', '')
  }
  const others = PARSER.parse(rest.join('\n')).children.flatMap((child) =>
    child.type === 'html' ? asText(child.value) : [child],
  )
  return [...parsed, ...others]
}

function asText(value: string): RootContent[] {
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }]
}

/** `### [Name](#tab/id)` becomes a heading, and the rule that ends the tabs goes. All tabs are shown, one below the other. */
function dropTabs(children: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = []
  let isInTabs = false
  let above = 1
  for (const child of children) {
    if (child.type === 'heading') {
      const [link, ...others] = child.children.filter(({ type }) => type !== 'html')
      const isTab = others.length === 0 && link?.type === 'link' && /^#tabs?\//.test(link.url)
      if (isTab) {
        isInTabs = true
        const depth = child.depth === 1 ? Math.min(above + 1, 6) : child.depth
        kept.push({ ...child, depth: depth as Heading['depth'], children: link.children })
        continue
      }
      if (!isInTabs) above = child.depth
    }
    if (isInTabs && child.type === 'thematicBreak') isInTabs = false
    else kept.push(child)
  }
  return kept
}

/** `KB4041676` and `KB 4048992` in prose, but not in names of files and longer words. */
const NUMBER = /(?<![\p{L}\p{N}\\/_.@#-])KB ?(\d{6,7})(?![\p{L}\p{N}_]|[\\/]|-\p{L}|\.\p{L}{2,4}(?!\p{L}))/gu

function linkNumbers(text: string): Nodes[] {
  if (!text.includes('KB')) return [{ type: 'text', value: text }]
  const pieces: Nodes[] = []
  let end = 0
  for (const match of text.matchAll(NUMBER)) {
    if (match.index > end) pieces.push({ type: 'text', value: text.slice(end, match.index) })
    pieces.push({ type: 'link', url: `/kb/${match[1]}`, children: [{ type: 'text', value: match[0] }] })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) })
  return pieces
}

function joinTexts(children: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + child.value }
    else joined.push(child)
  }
  return joined
}

/** Takes the first heading of the first level out of a tree, and gives its words. Any other one goes to the second level. */
export function takeTitle(tree: Root): string | undefined {
  const index = tree.children.findIndex((child) => child.type === 'heading' && child.depth === 1)
  const heading = tree.children[index]
  if (heading === undefined) return undefined
  tree.children.splice(index, 1)
  visit(tree, 'heading', (other) => {
    if (other.depth === 1) other.depth = 2
  })
  return wordsOf(heading).replace(/\s+/g, ' ').trim()
}
