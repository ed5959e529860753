import type { Root } from 'hast'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeReact from 'rehype-react'
import { unified } from 'unified'

const renderer = unified().use(rehypeReact, { Fragment, jsx, jsxs, tableCellAlignToStyle: false }).freeze()

/** Gives the markup that React makes of a tree without components of the site. */
export function treeToHtml(tree: Root): string {
  return renderToStaticMarkup(renderer.stringify(tree))
}
