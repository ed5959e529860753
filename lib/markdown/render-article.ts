import type { Root } from 'hast'
import { VFile } from 'vfile'
import type { Heading } from '@/lib/kb/articles/article'
import { createArticleProcessor, type RenderOptions } from './processor'
import { refuseExcess } from './refuse-excess'

/** A body as a sanitized tree, with its headings in order. */
export interface RenderedArticle {
  readonly tree: Root
  readonly headings: readonly Heading[]
}

/**
 * Renders the Markdown of a body. Nothing in the text is evaluated, and the tree holds no raw HTML. Throws a `RangeError`
 * for a body that nests absurdly or would take minutes.
 */
export function renderArticle(body: string, options: RenderOptions): RenderedArticle {
  refuseExcess(body)
  const processor = createArticleProcessor(options)
  const file = new VFile(body)
  const tree = processor.runSync(processor.parse(file), file)
  return { tree, headings: file.data.headings ?? [] }
}
