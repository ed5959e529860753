import type { ReactNode } from 'react'
import { SectionHeading } from './section-heading'

interface Props {
  readonly title: ReactNode
  /** What screen readers call the section, where its title is more than a text. */
  readonly label?: string
  readonly className?: string
  /** The margin below the heading. */
  readonly gap?: string
  readonly children: ReactNode
}

/** A part of a page that its heading names. */
export function TitledSection({ title, label, className, gap = 'mb-3', children }: Props) {
  return (
    <section aria-label={label ?? (typeof title === 'string' ? title : undefined)} className={className}>
      <SectionHeading className={gap}>{title}</SectionHeading>
      {children}
    </section>
  )
}
