import type { Link, Nodes, Parents, Root, Text } from 'mdast'
import type { ArticleLink, FileLink } from '@/lib/kb/articles/article'
import { isLocalAddress } from '@/lib/kb/articles/local-address'
import { parseArticlePath } from '@/lib/kb/numbers/article-address'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { toKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseCitedUrl } from '@/lib/kb/numbers/legacy-url'
import { numberLetters, ownPrefix } from '@/lib/kb/numbers/number-prefix'
import { articleUrl } from '@/lib/urls'
import { plainTextOf } from './plain-text-of'

/**
 * `KB940006` and `Q156091` in prose, but not in file names and paths (`Q244599i.exe`, `q300972/default.asp`, `\KB940006`) nor
 * in GUIDs and longer words. Characters of scripts without spaces, such as Japanese, end a word as a space does.
 */
const NUMBER_IN_PROSE =
  /(?<![\p{sc=Latin}\p{N}\\/_.@#-])(?:KB ?(\d{5,7})|Q(\d{5,6}))(?![\p{sc=Latin}\p{N}_]|[\\/]|-\p{L}|\.\p{sc=Latin}{2,4}(?!\p{L}))/gu

/** The same for the prefix that a site has of its own, `EIP-1559`, which numbers of any length follow. */
const byPrefix = new Map<string, RegExp>()

function numberInProse(): RegExp {
  const own = ownPrefix()
  if (own === undefined) return NUMBER_IN_PROSE
  const known = byPrefix.get(own)
  if (known) return known
  const pattern = new RegExp(
    `(?<![\\p{sc=Latin}\\p{N}\\\\/_.@#-])${own}0*(\\d{1,7})(?![\\p{sc=Latin}\\p{N}_]|[\\\\/]|-\\p{L}|\\.\\p{sc=Latin}{2,4}(?!\\p{L}))`,
    'gu',
  )
  byPrefix.set(own, pattern)
  return pattern
}

const MAX_CONTEXT = 240
/** No title is longer. */
const MAX_TITLE = 300
/** No article URL is longer. */
const MAX_ADDRESS_LENGTH = 500

/** Links the articles that a tree cites: see `linkArticles`. `self` is the number of the article itself. */
export function remarkKbLinks({ self }: { readonly self?: KbNumber } = {}) {
  return (tree: Root): void => {
    linkArticles(tree, self)
  }
}

/**
 * Turns every citation of an article into a link to `/kb/N`: links to `/kb/N`, to `N.md` and to historical support URLs, and
 * numbers in prose except `self`. Gives them in reading order, and beside them the links to files of articles.
 */
export function linkArticles(
  tree: Root,
  self: KbNumber | undefined,
): { readonly links: readonly ArticleLink[]; readonly fileLinks: readonly FileLink[] } {
  const links: ArticleLink[] = []
  const fileLinks: FileLink[] = []
  linkIn(tree, tree, { self, links, fileLinks, texts: new Map() })
  return { links, fileLinks }
}

/** Tells whether an address is that of a Markdown file beside the article, whatever its name. */
export function isArticleFile(url: string): boolean {
  return isLocalAddress(url) && /\.md(?:[?#]|$)/i.test(url)
}

/** Gives the article that a URL leads to, or `undefined` for any other URL. */
export function parseLinkTarget(address: string): KbNumber | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) return undefined
  if (isAbsolute(address)) return /^(?:https?|ftp):/i.test(address) ? parseCitedUrl(address) : undefined
  const file = /(?:^|\/)(?:kb|q)?0*(\d{4,7})\.md(?:#.*)?$/i.exec(address)
  if (file) return toKbNumber(Number(file[1]))
  if (!address.startsWith('/')) return undefined
  const url = URL.canParse(address, 'http://viewer') ? new URL(address, 'http://viewer') : undefined
  return url && parseArticlePath(url.pathname, url.searchParams)
}

interface Run {
  readonly self: KbNumber | undefined
  readonly links: ArticleLink[]
  readonly fileLinks: FileLink[]
  /** The text of each block with a link, and the end of the last link that was found in it. */
  readonly texts: Map<Parents, { readonly text: string; searched: number }>
}

/**
 * Visits each node once, since a line of an import may hold thousands of links. `block` is `parent` or the nearest block
 * around it.
 */
function linkIn(parent: Parents, block: Parents, run: Run): void {
  const found = new Set<Nodes>()
  let children: readonly Nodes[] = parent.children
  if (parent.type !== 'linkReference' && children.some(mayHoldNumber)) {
    children = children.flatMap((child): Nodes[] => {
      const pieces = child.type === 'text' ? splitAtNumbers(child, run.self) : undefined
      for (const piece of pieces ?? []) if (piece.type === 'link') found.add(piece)
      return pieces ?? [child]
    })
    if (found.size > 0) parent.children = children as never
  }
  for (const [index, child] of children.entries()) {
    if (child.type === 'link' || child.type === 'definition') {
      const isAddressAlone = child.type === 'link' && plainTextOf(child) === child.url
      const target = parseLinkTarget(child.url)
      if (target === undefined && !isArticleFile(child.url)) continue
      const cited = {
        line: child.position?.start.line ?? 1,
        citedTitle: child.type === 'link' ? citedTitle(child, children, index) : undefined,
        context: child.type === 'link' ? excerptAround(block, child, run) : '',
      }
      if (target === undefined) {
        run.fileLinks.push({ url: child.url, ...cited })
        continue
      }
      child.url = articleUrl(target) + fragmentOf(child.url)
      run.links.push({ target, ...cited, isExplicit: !found.has(child) && !isAddressAlone })
    } else if ('children' in child) {
      linkIn(child, isPhrasing(child) ? block : child, run)
    }
  }
}

/** Keeps fragments of relative links; in a page of another site a fragment means something else. */
function fragmentOf(address: string): string {
  const start = isAbsolute(address) ? -1 : address.indexOf('#')
  return start < 0 ? '' : address.slice(start)
}

/** Rules out most nodes at a tenth of the cost. */
function mayHoldNumber(node: Nodes): boolean {
  if (node.type !== 'text') return false
  return ownPrefix() === undefined ? /(?:Q|KB ?)\d{5}/.test(node.value) : node.value.includes(numberLetters())
}

function splitAtNumbers(node: Text, self: KbNumber | undefined): (Text | Link)[] | undefined {
  const pieces: (Text | Link)[] = []
  let end = 0
  for (const match of node.value.matchAll(numberInProse())) {
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

/** Gives the text of the link if it is more than a number, else the text after it up to the end of the line. */
function citedTitle(link: Link, siblings: readonly Nodes[], index: number): string | undefined {
  const words = plainTextOf(link).trim()
  if (!/^(?:kb|q)?\s?\d+$/i.test(words) && !/^(?:https?:|www\.)/i.test(words))
    return cleanTitle(words.replace(/^(?:kb|q)?\d{5,7}\s*[:-]?\s+/i, ''))
  // In a sentence ("see article Q173407 for more") what follows is not a title.
  let before = index - 1
  while (isBlank(siblings[before])) before--
  if (before >= 0 && siblings[before]?.type !== 'break') return undefined
  let after = ''
  for (const sibling of siblings.slice(index + 1, index + 1 + MAX_TITLE)) {
    if (sibling.type === 'break' || (sibling.type === 'link' && parseLinkTarget(sibling.url))) break
    after += plainTextOf(sibling)
  }
  return /^[\s:–-]+\S/.test(after) ? cleanTitle(after) : undefined
}

function cleanTitle(text: string): string | undefined {
  const title = text
    .replace(/^[\s:–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return title.length >= 4 && title.length <= MAX_TITLE ? title : undefined
}

/** Cuts an excerpt of the block around the link, which is searched for after the previous link. */
function excerptAround(block: Parents, link: Link, { texts }: Run): string {
  const known = texts.get(block) ?? { text: spacedText(block), searched: 0 }
  texts.set(block, known)
  const { text, searched } = known
  const words = spacedText(link)
  const at = Math.max(text.indexOf(words, searched), searched)
  known.searched = at + words.length
  if (text.length <= MAX_CONTEXT) return text
  const start = Math.max(0, Math.min(at - MAX_CONTEXT / 2, text.length - MAX_CONTEXT))
  const piece = text.slice(start, start + MAX_CONTEXT)
  return `${start > 0 ? '…' : ''}${piece.trim()}${start + MAX_CONTEXT < text.length ? '…' : ''}`
}

function spacedText(node: Nodes): string {
  return plainTextOf(node).replace(/\s+/g, ' ').trim()
}

function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === ''
}

export function isAbsolute(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)
}

function isPhrasing(node: Parents): boolean {
  return ['emphasis', 'strong', 'delete', 'linkReference', 'htmlInline'].includes(node.type)
}
