import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { levelOfClass } from './flow'

/**
 * Drops what is not text of the article: programs, styles, controls, comments, and the menus, search boxes and feedback
 * forms of the site. Elements that only style their text are unwrapped and blank ones become blanks, because long runs
 * of them are slow to minify.
 */
export function rehypeDropChrome() {
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') dropIn(child)
  }
}

function dropIn(parent: Element): void {
  const kept: ElementContent[] = []
  for (const child of parent.children) {
    if (child.type === 'comment') continue
    if (child.type === 'element') {
      if (DROPPED.has(child.tagName) || isNavigation(child)) continue
      dropIn(child)
    }
    for (const node of child.type === 'element' && isTransparent(child) ? child.children : [child]) append(kept, node)
  }
  parent.children = kept
}

function append(kept: ElementContent[], node: ElementContent): void {
  const last = kept.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else kept.push(node)
}

const DROPPED = new Set(
  'script style noscript template iframe object embed applet audio video canvas svg math title link meta base input select button textarea option datalist map hr wbr'.split(
    ' ',
  ),
)

const STYLED = new Set('abbr acronym big del font ins label nobr s small span strike sub sup u'.split(' '))
const MEANT = new Set('a b cite code em i kbd samp strong tt var'.split(' '))

function isTransparent(node: Element): boolean {
  if (STYLED.has(node.tagName) || node.tagName.includes('-')) return levelOfClass(node) === undefined
  return MEANT.has(node.tagName) && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

/** Tells whether an element belongs to the site around the article: menus, search, feedback, "On This Page". */
function isNavigation(node: Element): boolean {
  if (node.tagName === 'nav' || node.tagName === 'dialog') return true
  const { role, id, className } = node.properties
  if (typeof role === 'string' && NAVIGATION_ROLES.has(role)) return true
  const names = [typeof id === 'string' ? id : '', ...(Array.isArray(className) ? className.map(String) : [])]
  if (!names.some((name) => NAVIGATION_NAMES.test(name))) return false
  // A wrapper around the whole page may carry such a name; the article is longer than any menu.
  return textOf(node).length < LONGEST_MENU
}

const NAVIGATION_ROLES = new Set(['navigation', 'banner', 'search', 'contentinfo', 'menu', 'menubar'])
const LONGEST_MENU = 6000

/** Ids and classes of the support site of 2005 to 2015 and of its mirrors. */
const NAVIGATION_NAMES =
  /^(?:(?:mst|msviGlobal|msvi|ux|gs)[A-Z_-]?\w*(?:nav|menu|header|footer|toolbar|search)\w*|(?:left|right|top|main|site|global|sub|side)[-_]?(?:nav|navigation|menu|bar)|nav(?:bar|igation)?|breadcrumbs?|site-?(?:header|footer)|page-?footer|footer|feedback(?:form|section|container)?|survey\w*|toc(?:container|list)?|kb-?toc|on-?this-?page|expand-?collapse|article-?translations?|translations?|page-?tools|share|social\w*|search-?(?:box|form)|cookie\w*|catlinks|printfooter|mw-(?:head|panel|navigation)|jump-to-nav)$/i
