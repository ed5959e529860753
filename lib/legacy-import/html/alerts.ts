import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { readAlertLabel } from '@/lib/legacy-import/page/alerts'
import { alertNode } from '@/lib/legacy-import/page/blocks-to-mdast'
import { isBlockContent } from './flow'

/** Makes alerts of the paragraphs that begin with `Note`, `Important`, `Warning` and the like, bold or not. */
export function findHtmlAlerts(blocks: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block) continue
    if (block.type === 'list') {
      const children = block.children.map((item) => ({
        ...item,
        children: findHtmlAlerts(item.children).filter(isBlockContent),
      }))
      found.push({ ...block, children })
      continue
    }
    const paragraph = labelledParagraph(block)
    const label = paragraph && readAlertLabel(textOf(paragraph).trim())
    if (!paragraph || !label) {
      found.push(block)
      continue
    }
    const inside: BlockContent[] =
      label.rest === '' ? [] : [withoutLabel(paragraph, textOf(paragraph).trim().length - label.rest.length)]
    const next = blocks[index + 1]
    const takesNext = label.rest === '' || (label.rest.endsWith(':') && next?.type !== 'paragraph')
    if (next && takesNext && isBlockContent(next)) {
      inside.push(next)
      index++
    }
    found.push(inside.length === 0 ? block : alertNode(label.kind, inside))
  }
  return found
}

/** The paragraph itself, or the only one in a quotation. */
function labelledParagraph(block: RootContent): Paragraph | undefined {
  const only = block.type === 'blockquote' && block.children.length === 1 ? block.children[0] : block
  return only?.type === 'paragraph' ? only : undefined
}

/** Takes the first `length` characters away, wherever the markup cuts them. */
function withoutLabel(paragraph: Paragraph, length: number): Paragraph {
  let left = length
  const children: PhrasingContent[] = []
  for (const child of paragraph.children) {
    if (left <= 0) {
      children.push(child)
      continue
    }
    if (child.type === 'break') continue
    const text = textOf(child)
    if (text.length <= left) left -= text.length
    else if (child.type === 'text') {
      children.push({ type: 'text', value: text.slice(left) })
      left = 0
    } else if (child.type === 'strong' || child.type === 'emphasis') {
      children.push(...withoutLabel({ type: 'paragraph', children: child.children }, left).children)
      left = 0
    } else {
      children.push(child)
      left = 0
    }
  }
  const [first, ...rest] = children
  if (first?.type !== 'text') return { type: 'paragraph', children }
  const value = first.value.trimStart()
  return { type: 'paragraph', children: value === '' ? rest : [{ type: 'text', value }, ...rest] }
}
