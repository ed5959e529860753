import { type ReactNode, useId } from 'react'

export function RailSection({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="mb-8 break-inside-avoid last:mb-0">
      <h2 id={headingId} className="label mb-2.5">
        {title}
      </h2>
      {children}
    </section>
  )
}
