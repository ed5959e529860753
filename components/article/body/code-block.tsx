import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { ComponentProps } from 'react'
import { CopyCode } from './copy-code'

/** A block of code with a copy button, or the data of an event, which has none. */
export function CodeBlock({ node, ...properties }: ComponentProps<'pre'> & { node?: Element }) {
  const code = node?.children[0]
  const isCode = code?.type === 'element' && code.tagName === 'code'
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll what has the focus.
  const block = <pre {...properties} role="group" aria-label={isCode ? 'Code' : 'Data'} tabIndex={0} />
  if (!isCode) return block
  return (
    <div className="code-block relative">
      {block}
      <CopyCode code={plainTextOf(code).replace(/\n$/, '')} />
    </div>
  )
}
