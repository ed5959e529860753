import type { ReactNode } from 'react'
import { SectionHeading } from '@/components/ui/section-heading'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** The link to all of it, and its words. */
  readonly url?: string
  readonly more?: string
}

export function HomeSection({ title, url, more, children }: Props) {
  return (
    <section className="mb-12 last:mb-0">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <SectionHeading>{title}</SectionHeading>
        {url && (
          <a href={url} className="py-1 text-sm quiet-link">
            {more}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
