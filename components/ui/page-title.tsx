import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children?: ReactNode
  /** The margin below. */
  readonly gap?: string
}

export function PageTitle({ title, children, gap = 'mb-8' }: Props) {
  return (
    <header className={gap}>
      <h1 className="text-[1.625rem] font-[660] leading-tight tracking-[-0.02em] md:text-[2.125rem]">{title}</h1>
      {children && <p className="mt-2 max-w-measure text-pretty text-muted">{children}</p>}
    </header>
  )
}
