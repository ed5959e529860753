import { type ReactNode, useId } from 'react'

/** One kind of facts at the end of an article. */
export function FactSection({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section id={id} aria-labelledby={headingId} className="break-inside-avoid border-t border-line pt-5">
      <h2 id={headingId} className="label mb-3">
        {title}
      </h2>
      {children}
    </section>
  )
}
