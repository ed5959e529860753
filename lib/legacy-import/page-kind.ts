import type { ArticleKind } from '@/lib/kb/front-matter'
import { type KbNumber, parseKbNumber } from '@/lib/kb/kb-number'
import type { PageBlock } from './page-block'

/** Tells what an article is by its title, else by its sections; `undefined` where neither says it. */
export function kindOfPage(title: string, blocks: readonly PageBlock[]): ArticleKind | undefined {
  for (const [pattern, kind] of TITLES) if (pattern.test(title)) return kind
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block.text.toLowerCase()] : []))
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
export function listFixes(blocks: readonly PageBlock[]): KbNumber[] {
  const fixes = new Set<KbNumber>()
  let isFixSection = false
  let lead = ''
  for (const block of blocks) {
    if (block.type === 'heading') isFixSection = /^issues? that (?:the|this) .*\b(?:fixes|resolves)\b/i.test(block.text)
    if (
      block.type === 'list' &&
      (isFixSection || /\bfollowing fixes:$|\bfixes the (?:following )?issues\b.*:$/i.test(lead))
    ) {
      for (const { blocks: inside } of block.items) {
        const number = numberOfItem(inside[0])
        if (number !== undefined) fixes.add(number)
      }
    }
    lead = block.type === 'paragraph' ? block.text : ''
  }
  return [...fixes]
}

function numberOfItem(block: PageBlock | undefined): KbNumber | undefined {
  if (block?.type === 'reference') return parseKbNumber(block.number)
  const digits = block?.type === 'paragraph' ? /^(\d{5,7}) ?\(\s*https?:/.exec(block.text)?.[1] : undefined
  return digits === undefined ? undefined : parseKbNumber(digits)
}
