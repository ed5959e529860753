import type { Root } from 'mdast'
import { anchorId } from '@/lib/kb/numbers/slug'
import { listNodes } from './list-nodes'

const GIVEN = /[ \t]*\{#([^{}\s]{1,200})\}[ \t]*$/u

/** Takes the id that an author gave a heading, as in `## What to do {#cause}`, out of its words. */
export function remarkHeadingIds() {
  return (tree: Root): void => {
    for (const heading of listNodes(tree, 'heading')) {
      const last = heading.children.at(-1)
      const [source = '', given = ''] = (last?.type === 'text' && GIVEN.exec(last.value)) || []
      const id = anchorId(given)
      if (last?.type !== 'text' || id === undefined || source.length === last.value.length) continue
      last.value = last.value.slice(0, -source.length)
      heading.data = { ...heading.data, hProperties: { id } }
    }
  }
}
