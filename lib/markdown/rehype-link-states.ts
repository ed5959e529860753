import type { Root } from 'hast'
import type { ArticleState } from '@/lib/kb/articles/article'
import { hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleOfUrl, articleUrl } from '@/lib/urls'
import { walkElements } from './list-nodes'
import { isAbsolute, isArticleFile } from './remark-kb-links'

/** The article that a link leads to. */
export interface LinkTarget {
  readonly title: string
  readonly state: ArticleState
}

interface RenderLinks {
  readonly resolve: (number: KbNumber) => LinkTarget | undefined
  /** Gives the article in the file to which an address beside the article leads. */
  readonly findFile: (url: string) => KbNumber | undefined
}

/** Marks links: to an article with its number and state (`missing` if `resolve` does not know it), and to other sites. */
export function rehypeLinkStates({ resolve, findFile }: RenderLinks) {
  return (tree: Root): void => {
    walkElements(tree, (element) => {
      const href = element.tagName === 'a' ? element.properties.href : undefined
      if (typeof href !== 'string') return
      const number = articleOfUrl(href) ?? (isArticleFile(href) ? findFile(href) : undefined)
      if (number !== undefined) {
        const target = resolve(number)
        if (isArticleFile(href)) element.properties.href = articleUrl(number) + (/#.*$/s.exec(href)?.[0] ?? '')
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
