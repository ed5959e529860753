import type { ListItem, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { ArticleKind } from '@/lib/kb/articles/front-matter'
import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'

/** Tells what an article is by its title, else by its sections; `undefined` where neither says it. */
export function kindOfPage(title: string, nodes: readonly RootContent[]): ArticleKind | undefined {
  for (const [pattern, kind] of TITLES) if (pattern.test(title)) return kind
  const headings = nodes.flatMap((node) => (node.type === 'heading' ? [textOf(node).toLowerCase()] : []))
  const first = headings.find((heading) => heading !== 'introduction' && heading !== 'summary')
  // An update may have a known issue with symptoms of its own, further down.
  return first === 'symptoms' ? 'problem' : undefined
}

const TITLES: readonly (readonly [RegExp, ArticleKind])[] = [
  [/^(?:description of )?update rollup \d+/i, 'update-rollup'],
  [/^ms\d\d-\d\d\d\b|^description of the security update\b/i, 'security-update'],
  [/^(?:description of |how to obtain )?.*\bservice pack \d+$/i, 'service-pack'],
  [/^(?:fix|bug|prb):|\berror message\b/i, 'problem'],
  [/^(?:how to|howto)\b/i, 'how-to'],
]

/** Lists the articles that an update names as fixed: the references of a list that its section or lead calls so. */
export function listFixes(nodes: readonly RootContent[]): KbNumber[] {
  const fixes = new Set<KbNumber>()
  let isFixSection = false
  let lead = ''
  for (const node of nodes) {
    if (node.type === 'heading')
      isFixSection = /^issues? that (?:the|this) .*\b(?:fixes|resolves)\b/i.test(textOf(node))
    const isFixList = isFixSection || /\bfollowing fixes:$|\bfixes the (?:following )?issues\b.*:$/i.test(lead)
    if (node.type === 'list' && isFixList) {
      for (const item of node.children) {
        const number = numberOfItem(item)
        if (number !== undefined) fixes.add(number)
      }
    }
    lead = node.type === 'paragraph' ? textOf(node) : ''
  }
  return [...fixes]
}

/** The article that an item begins with a link to. */
function numberOfItem(item: ListItem): KbNumber | undefined {
  const paragraph = item.children[0]
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  const digits = first?.type === 'link' ? /^\/kb\/(\d+)$/.exec(first.url)?.[1] : undefined
  return digits === undefined ? undefined : parseKbNumber(digits)
}
