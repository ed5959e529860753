import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { ArticleState } from '@/lib/kb/articles/article'
import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'

/** What a link to an article shows of it. */
export interface LinkTarget {
  readonly title: string
  readonly state: ArticleState
}

/** Marks each link: to an article with its number and state (`missing` when nothing resolves it), outside, or neither. */
export function rehypeLinkStates({ resolve }: { resolve: (number: KbNumber) => LinkTarget | undefined }) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const href = element.tagName === 'a' ? element.properties.href : undefined
      if (typeof href !== 'string') return
      const number = toKbNumber(Number(/^\/kb\/(\d+)(?:#.*)?$/.exec(href)?.[1]))
      if (number !== undefined) {
        const target = resolve(number)
        Object.assign(element.properties, {
          dataKb: String(number),
          dataState: target?.state ?? 'missing',
          title: target?.title,
        })
      } else if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
        Object.assign(element.properties, { dataExternal: '', rel: ['noopener', 'noreferrer', 'nofollow'] })
      }
    })
  }
}
