import type { ReactNode } from 'react'

/** A part of the verdict under its heading. */
export function VerdictSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-11 last:mb-0">
      <h2 className="mb-3.5 text-[1.375rem] font-[640]">{title}</h2>
      {children}
    </section>
  )
}
