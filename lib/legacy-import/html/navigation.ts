import type { Element } from 'hast'
import { toString as hastText } from 'hast-util-to-string'

/** Tells whether an element is a part of the site around the article: menus, search, feedback, "On This Page". */
export function isNavigation(node: Element): boolean {
  if (node.tagName === 'nav' || node.tagName === 'dialog') return true
  const { role, id, className } = node.properties
  if (typeof role === 'string' && NAVIGATION_ROLES.has(role)) return true
  const names = [typeof id === 'string' ? id : '', ...(Array.isArray(className) ? className.map(String) : [])]
  if (!names.some((name) => NAVIGATION_NAMES.test(name))) return false
  // A wrapper around the whole page may carry such a name; the article is longer than any menu.
  return hastText(node).length < LONGEST_MENU
}

const NAVIGATION_ROLES = new Set(['navigation', 'banner', 'search', 'contentinfo', 'menu', 'menubar'])
const LONGEST_MENU = 6000

/** Ids and classes of the support site of 2005 to 2015 and of its mirrors. */
const NAVIGATION_NAMES =
  /^(?:(?:mst|msviGlobal|msvi|ux|gs)[A-Z_-]?\w*(?:nav|menu|header|footer|toolbar|search)\w*|(?:left|right|top|main|site|global|sub|side)[-_]?(?:nav|navigation|menu|bar)|nav(?:bar|igation)?|breadcrumbs?|site-?(?:header|footer)|page-?footer|footer|feedback(?:form|section|container)?|survey\w*|toc(?:container|list)?|kb-?toc|on-?this-?page|expand-?collapse|article-?translations?|translations?|page-?tools|share|social\w*|search-?(?:box|form)|cookie\w*|catlinks|printfooter|mw-(?:head|panel|navigation)|jump-to-nav)$/i
