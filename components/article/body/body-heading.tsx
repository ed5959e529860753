import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { ComponentProps } from 'react'

/** A heading with a link to itself, which shows on hover and focus. */
export function BodyHeading({ node, ...properties }: ComponentProps<'h2'> & { node?: Element }) {
  const Heading = headingOf(node?.tagName)
  return (
    <div className="heading">
      <Heading {...properties} />
      {properties.id && (
        <a href={`#${properties.id}`} aria-label={`Link to “${node ? plainTextOf(node) : ''}”`}>
          #
        </a>
      )}
    </div>
  )
}

function headingOf(tagName = 'h2'): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  return (['h3', 'h4', 'h5', 'h6'] as const).find((name) => name === tagName) ?? 'h2'
}
