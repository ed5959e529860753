import type { Root } from 'hast'
import { VFile } from 'vfile'
import type { Heading } from '@/lib/kb/articles/article'
import { parseInPieces } from './fast/parse-in-pieces'
import { createArticleProcessor, parseMarkdown, type RenderOptions } from './processor'
import { refuseExcess } from './refuse-excess'

export interface RenderedArticle {
  readonly tree: Root
  readonly headings: readonly Heading[]
}

/** Renders the Markdown of a body to a tree without raw HTML. Throws a `RangeError` for a body that would take minutes. */
export function renderArticle(body: string, options: RenderOptions): RenderedArticle {
  refuseExcess(body)
  const file = new VFile(body)
  const parsed = parseInPieces(body, { parse: parseMarkdown, isTree: true })
  const tree = createArticleProcessor(options).runSync(parsed, file)
  return { tree, headings: file.data.headings ?? [] }
}
