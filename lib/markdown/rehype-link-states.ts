import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { ArticleState } from '@/lib/kb/articles/article'
import { hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleOfUrl } from '@/lib/urls'
import { isAbsolute } from './remark-kb-links'

/** The article that a link leads to. */
export interface LinkTarget {
  readonly title: string
  readonly state: ArticleState
}

/** Marks links: to an article with its number and state (`missing` if `resolve` does not know it), and to other sites. */
export function rehypeLinkStates({ resolve }: { resolve: (number: KbNumber) => LinkTarget | undefined }) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const href = element.tagName === 'a' ? element.properties.href : undefined
      if (typeof href !== 'string') return
      const number = articleOfUrl(href)
      if (number !== undefined) {
        const target = resolve(number)
        Object.assign(element.properties, {
          dataKb: hasKbNumber(number) ? String(number) : '',
          dataState: target?.state ?? 'missing',
          title: target?.title,
        })
      } else if (isAbsolute(href)) {
        Object.assign(element.properties, { dataExternal: '', rel: ['noopener', 'noreferrer', 'nofollow'] })
      }
    })
  }
}
