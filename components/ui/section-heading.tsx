import type { ReactNode } from 'react'

export function SectionHeading({ id, className, children }: { id?: string; className?: string; children: ReactNode }) {
  return (
    <h2 id={id} className={`text-[1.375rem] font-[640] ${className ?? ''}`}>
      {children}
    </h2>
  )
}
