import type { Root } from 'hast'
import { VFile } from 'vfile'
import type { Heading } from '@/lib/kb/articles/article'
import { createArticleProcessor, type RenderOptions } from './processor'
import { refuseExcess } from './refuse-excess'

export interface RenderedArticle {
  readonly tree: Root
  readonly headings: readonly Heading[]
}

/** Renders the Markdown of a body to a tree without raw HTML. Throws a `RangeError` for a body that would take minutes. */
export function renderArticle(body: string, options: RenderOptions): RenderedArticle {
  refuseExcess(body)
  const processor = createArticleProcessor(options)
  const file = new VFile(body)
  const tree = processor.runSync(processor.parse(file), file)
  return { tree, headings: file.data.headings ?? [] }
}
