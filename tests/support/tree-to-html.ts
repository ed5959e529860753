import type { Root } from 'hast'
import type { ReactElement } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeReact from 'rehype-react'
import { unified } from 'unified'

const renderer = unified().use(rehypeReact, { Fragment, jsx, jsxs, tableCellAlignToStyle: false }).freeze()

/** Gives the elements of a tree, without components of the site. */
export function treeToElement(tree: Root): ReactElement {
  return renderer.stringify(tree)
}

/** Gives the markup that React makes of a tree without components of the site. */
export function treeToHtml(tree: Root): string {
  return renderToStaticMarkup(treeToElement(tree))
}
