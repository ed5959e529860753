import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Attachment } from '@/lib/kb/articles/attachment'
import type { Picture } from '@/lib/kb/articles/picture'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { ARTICLE_SCHEMA } from './article-schema'
import { remarkHtml } from './html/remark-html'
import { rehypeArticleSections } from './rehype-article-sections'
import { rehypeCodeColors } from './rehype-code-colors'
import { rehypeDirections } from './rehype-directions'
import { rehypeEventEntries } from './rehype-event-entries'
import { rehypeAttachments, rehypePictures } from './rehype-files'
import { rehypeHeadingIds } from './rehype-heading-ids'
import { type LinkTarget, rehypeLinkStates } from './rehype-link-states'
import { rehypeNesting } from './rehype-nesting'
import { rehypeQuietHeadings } from './rehype-quiet-headings'
import { rehypeReferenceLists } from './rehype-reference-lists'
import { remarkAlerts } from './remark-alerts'
import { remarkHeadingIds } from './remark-heading-ids'
import { remarkKbLinks } from './remark-kb-links'
import { remarkRemotePictures } from './remark-pictures'
import { remarkTableBounds } from './remark-table-bounds'
import { remarkVisibleText } from './remark-visible-text'

export interface RenderOptions {
  /** The number of the article itself. */
  readonly self?: KbNumber
  /** Gives the article of a number, or `undefined` if the collection lacks it. */
  readonly resolve: (number: KbNumber) => LinkTarget | undefined
  /** Gives the article in the file to which an address beside the article leads. */
  readonly findFile?: (url: string) => KbNumber | undefined
  /** Gives the picture that an address beside the article means, if it can be shown. */
  readonly findPicture?: (url: string) => Picture | undefined
  /** Gives the file to download to which an address beside the article leads. Without it, such links stay as they are. */
  readonly findAttachment?: (url: string) => Attachment | undefined
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** Parses Markdown as the pages do. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text)
}

/** The one ordered list of plugins that makes an article's tree of the parsed body. */
export function createArticleProcessor(options: RenderOptions) {
  const { self, resolve, findFile = () => undefined, findPicture = () => undefined, findAttachment } = options
  return (
    unified()
      .use(remarkHtml)
      .use(remarkHeadingIds)
      .use(remarkRemotePictures)
      .use(remarkVisibleText)
      .use(remarkKbLinks, { self })
      .use(remarkAlerts)
      .use(remarkTableBounds)
      .use(remarkRehype)
      .use(rehypePictures, { findPicture })
      .use(findAttachment ? [[rehypeAttachments, { findAttachment }]] : [])
      .use(rehypeQuietHeadings)
      .use(rehypeHeadingIds)
      .use(rehypeEventEntries)
      // Before lists of references, which show the state of each link.
      .use(rehypeLinkStates, { resolve, findFile })
      .use(rehypeReferenceLists)
      // After all that adds content, which sections must wrap.
      .use(rehypeArticleSections)
      .use(rehypeCodeColors)
      .use(rehypeDirections)
      .use(rehypeNesting)
      // Last, so that nothing gets past it.
      .use(rehypeSanitize, ARTICLE_SCHEMA)
  )
}
