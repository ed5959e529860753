import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { ArticleKind } from '@/lib/kb/articles/article-kinds'

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
