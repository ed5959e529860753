import type { ReactNode } from 'react'

interface Props {
  readonly id?: string
  readonly className?: string
  readonly children: ReactNode
}

export function SectionHeading({ id, className, children }: Props) {
  return (
    <h2 id={id} className={`text-[1.375rem] font-[640] ${className ?? ''}`}>
      {children}
    </h2>
  )
}
