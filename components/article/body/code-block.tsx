import type { Element } from 'hast'
import type { ComponentProps } from 'react'

/** A block of code, to which browser/copy-buttons.tsx adds a button, or the data of an event, which gets none. */
export function CodeBlock({ node, ...properties }: ComponentProps<'pre'> & { node?: Element }) {
  const code = node?.children[0]
  const isCode = code?.type === 'element' && code.tagName === 'code'
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll what has the focus.
  const block = <pre {...properties} role="group" aria-label={isCode ? 'Code' : 'Data'} tabIndex={0} />
  return isCode ? <div className="code-block relative">{block}</div> : block
}
