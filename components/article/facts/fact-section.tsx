import type { ReactNode } from 'react'

/** One kind of facts at the end of an article. */
export function FactSection({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={title} className="break-inside-avoid border-t border-line pt-5">
      <h2 className="label mb-3">{title}</h2>
      {children}
    </section>
  )
}
