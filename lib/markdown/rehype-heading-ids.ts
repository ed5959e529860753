import type { Element, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Heading } from '@/lib/kb/articles/article'
import { formerHeadingId, headingId } from '@/lib/kb/numbers/slug'

declare module 'vfile' {
  interface DataMap {
    headings: Heading[]
  }
}

const DEPTHS = [2, 3, 4, 5, 6] as const

/**
 * Gives each heading with text a unique id, and collects these headings on the file. The id that it had in earlier versions leads to
 * it as well.
 */
export function rehypeHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const headings: Heading[] = []
    const seen = new Map<string, number>()
    visit(tree, 'element', (element) => {
      const depth = headingDepth(element.tagName)
      if (depth === undefined) return
      element.tagName = `h${depth}`
      const text = plainTextOf(element).trim()
      if (text === '') return
      // The heading of GFM footnotes has an id already, to which the footnotes refer.
      const { id: given } = element.properties
      const id = typeof given === 'string' ? given : uniqueId(headingId(text), seen)
      element.properties.id = id
      const former = formerHeadingId(text)
      if (given === undefined && former !== headingId(text)) element.children.unshift(anchor(uniqueId(former, seen)))
      headings.push({ id, text, depth })
    })
    file.data.headings = headings
  }
}

/** The article's title is the only first-level heading of its page. */
function headingDepth(tagName: string): Heading['depth'] | undefined {
  return tagName === 'h1' ? 2 : DEPTHS.find((depth) => tagName === `h${depth}`)
}

function uniqueId(id: string, seen: Map<string, number>): string {
  let unique = id
  for (let count = seen.get(id) ?? 0; seen.has(unique); ) {
    count += 1
    seen.set(id, count)
    unique = `${id}-${count}`
  }
  seen.set(unique, 0)
  return unique
}

function anchor(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] }
}
