import { type ReactNode, useId } from 'react'
import { SectionHeading } from './section-heading'

interface Props {
  readonly title: ReactNode
  readonly className?: string
  /** The margin below the heading. */
  readonly gap?: string
  readonly children: ReactNode
}

/** A part of a page that its heading names. */
export function TitledSection({ title, className, gap = 'mb-3', children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={className}>
      <SectionHeading id={id} className={gap}>
        {title}
      </SectionHeading>
      {children}
    </section>
  )
}
