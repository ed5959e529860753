import type { Element, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import type { Heading } from '@/lib/kb/articles/article'
import { formerHeadingId, headingId } from '@/lib/kb/numbers/slug'
import { walkElements } from './list-nodes'

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
    const anchors = new Set<Element>()
    const anchor = (id: string): Element => {
      const element: Element = { type: 'element', tagName: 'span', properties: { id }, children: [] }
      anchors.add(element)
      return element
    }
    walkElements(tree, (element) => {
      const depth = headingDepth(element.tagName)
      if (depth === undefined) return
      element.tagName = `h${depth}`
      const text = plainTextOf(element).trim()
      if (text === '') return
      const [id = '', ...others] = idsOf(element, text).map((name) => uniqueId(name, seen))
      element.properties.id = id
      element.children.unshift(...others.map(anchor))
      headings.push({ id, text, depth })
    })
    // A place that raw HTML names; the headings come first.
    walkElements(tree, (element) => {
      const { id } = element.properties
      if (element.tagName !== 'span' || typeof id !== 'string' || element.children.length > 0) return
      if (anchors.has(element) || !seen.has(id)) seen.set(id, 0)
      else delete element.properties.id
    })
    file.data.headings = headings
  }
}

/** The article's title is the only first-level heading of its page. */
function headingDepth(tagName: string): Heading['depth'] | undefined {
  return tagName === 'h1' ? 2 : DEPTHS.find((depth) => tagName === `h${depth}`)
}

/** The id that the author gave, the one that GitHub makes of the words, and the one of earlier versions. */
function idsOf({ properties: { id } }: Element, text: string): string[] {
  // The heading of GFM footnotes has an id, to which the footnotes refer.
  if (id === 'footnote-label') return [id]
  const names = [headingId(text), formerHeadingId(text)]
  return [...new Set(typeof id === 'string' ? [id, ...names] : names)]
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
