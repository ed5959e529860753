import type { ReactNode } from 'react'

/** A framed part of a page that opens on demand. */
export function Fold({ title, className, children }: { title: ReactNode; className?: string; children: ReactNode }) {
  return (
    <details className={`rounded-xl border border-line px-4 py-2.5 ${className ?? ''}`}>
      <summary className="min-h-6 font-semibold">{title}</summary>
      {children}
    </details>
  )
}
