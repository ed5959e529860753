import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { anchorId } from '@/lib/kb/numbers/slug'

const GIVEN = /[ \t]*\{#([^{}\s]{1,200})\}[ \t]*$/u

/** Takes the id that an author gave a heading, as in `## What to do {#cause}`, out of its words. */
export function remarkHeadingIds() {
  return (tree: Root): void => {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1)
      const [source = '', given = ''] = (last?.type === 'text' && GIVEN.exec(last.value)) || []
      const id = anchorId(given)
      if (last?.type !== 'text' || id === undefined || source.length === last.value.length) return
      last.value = last.value.slice(0, -source.length)
      heading.data = { ...heading.data, hProperties: { id } }
    })
  }
}
