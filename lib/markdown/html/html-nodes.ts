import type { Data, Literal, Nodes, Parent, PhrasingContent, RootContent } from 'mdast'

/** An element around words that Markdown has no mark for, such as `<kbd>`. */
export interface HtmlInline extends Parent {
  type: 'htmlInline'
  children: PhrasingContent[]
  data: Data & { hName: string; hProperties?: Record<string, string | boolean> }
}

/** An element around blocks that Markdown has no mark for, such as `<details>`. */
export interface HtmlBlock extends Parent {
  type: 'htmlBlock'
  children: RootContent[]
  data: HtmlInline['data']
}

declare module 'mdast' {
  interface PhrasingContentMap {
    htmlInline: HtmlInline
  }
  interface RootContentMap {
    htmlInline: HtmlInline
    htmlBlock: HtmlBlock
  }
  interface BlockContentMap {
    htmlBlock: HtmlBlock
  }
}

const PHRASING: readonly string[] = [
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'image', 'imageReference', 'link'],
  ...['linkReference', 'footnoteReference', 'htmlInline'],
]

/** True for what stands in a paragraph. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.includes(node.type)
}

export function textNode(value: string, position: Literal['position']): PhrasingContent {
  return { type: 'text', value, position }
}
