import type { JSX as ReactJsx } from 'react'

/** The types of rehype-react name the JSX namespace globally, which React 19 removed; without it every `unified()` is `any`. */
declare global {
  namespace JSX {
    type Element = ReactJsx.Element
    type ElementClass = ReactJsx.ElementClass
    type IntrinsicElements = ReactJsx.IntrinsicElements
  }
}
