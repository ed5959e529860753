import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { ARTICLE_SCHEMA } from './article-schema'
import { rehypeArticleSections } from './rehype-article-sections'
import { rehypeEventEntries } from './rehype-event-entries'
import { rehypeHeadingIds } from './rehype-heading-ids'
import { type LinkTarget, rehypeLinkStates } from './rehype-link-states'
import { rehypeReferenceLists } from './rehype-reference-lists'
import { remarkAlerts } from './remark-alerts'
import { remarkHtmlToText } from './remark-html-to-text'
import { remarkKbLinks } from './remark-kb-links'
import { remarkTableBounds } from './remark-table-bounds'

/** What a body is read with: its own number, and what is known of the numbers that it links to. */
export interface RenderOptions {
  readonly self?: KbNumber
  readonly resolve: (number: KbNumber) => LinkTarget | undefined
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** Parses Markdown as the pages do. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text)
}

/** The one ordered list of plugins that makes an article's tree. */
export function createArticleProcessor({ self, resolve }: RenderOptions) {
  return (
    parser()
      .use(remarkHtmlToText)
      .use(remarkKbLinks, { self })
      .use(remarkAlerts)
      .use(remarkTableBounds)
      .use(remarkRehype)
      .use(rehypeHeadingIds)
      .use(rehypeEventEntries)
      // Link states before lists, since a list of references carries the state of each.
      .use(rehypeLinkStates, { resolve })
      .use(rehypeReferenceLists)
      // Sections wrap what all others have made.
      .use(rehypeArticleSections)
      // Last, so that nothing can add what it has not seen.
      .use(rehypeSanitize, ARTICLE_SCHEMA)
  )
}
