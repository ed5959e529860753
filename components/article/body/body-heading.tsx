import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import type { ComponentProps } from 'react'

/** A heading with a link to itself, which shows on hover and focus. */
export function BodyHeading({ node, ...properties }: ComponentProps<'h2'> & { node?: Element }) {
  const Heading = headingOf(node?.tagName)
  return (
    <div className="heading group relative mb-3">
      <Heading {...properties} />
      {properties.id && (
        <a
          href={`#${properties.id}`}
          aria-label={`Link to “${node ? plainTextOf(node) : ''}”`}
          className="absolute -left-6 top-1 hidden size-6 place-items-center text-muted no-underline opacity-0 focus-visible:opacity-100 group-hover:opacity-100 md:grid print:hidden"
        >
          #
        </a>
      )}
    </div>
  )
}

function headingOf(tagName = 'h2'): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  return (['h3', 'h4', 'h5', 'h6'] as const).find((name) => name === tagName) ?? 'h2'
}
