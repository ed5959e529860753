import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { ComponentProps } from 'react'
import { STATE_WORDS } from '@/components/article/state-words'
import { numberPrefix } from '@/lib/kb/numbers/number-prefix'

/** A link says in words when its target is missing or replaced. */
const WORDS: Readonly<Record<string, string>> = {
  ...STATE_WORDS,
  missing: 'not in this collection',
  latest: '',
  'last-of-line': '',
  'no-replacement-known': '',
}

export function BodyLink({ node, children, ...properties }: ComponentProps<'a'> & { node?: Element }) {
  // The sanitizer has removed a URL of a scheme that is not served; what remains is text.
  if (properties.href === undefined && properties.id === undefined) return <>{children}</>
  const number = node?.properties.dataKb
  if (typeof number !== 'string') return <a {...properties}>{children}</a>
  const words = WORDS[String(node?.properties.dataState)]?.toLowerCase()
  const isNamed = node !== undefined && plainTextOf(node).includes(number)
  return (
    <a {...properties} data-print-number={isNamed || number === '' ? undefined : `${numberPrefix()}${number}`}>
      {children}
      {words && <span data-part="state"> ({words})</span>}
    </a>
  )
}
