import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { ComponentProps } from 'react'

/** What a screen reader hears, and a list of references shows, of a link's target. A sound target needs no word. */
const STATE_WORDS: Readonly<Record<string, string>> = {
  missing: 'not in this collection',
  superseded: 'superseded',
  'superseded-by-unknown': 'superseded',
  'partly-superseded': 'partly superseded',
  withdrawn: 'withdrawn',
}

/** A link in the body. Where it leads to an article, it says when that is missing or replaced. */
export function BodyLink({ node, children, ...properties }: ComponentProps<'a'> & { node?: Element }) {
  const number = node?.properties.dataKb
  if (typeof number !== 'string') return <a {...properties}>{children}</a>
  const words = STATE_WORDS[String(node?.properties.dataState)]
  const isNamed = node !== undefined && plainTextOf(node).includes(number)
  return (
    <a {...properties} data-print-number={isNamed ? undefined : `KB${number}`}>
      {children}
      {words && <span data-part="state"> ({words})</span>}
    </a>
  )
}
