import type { ReactNode } from 'react'

export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-8">
      <h1 className="text-[1.625rem] font-[660] leading-tight tracking-[-0.02em] md:text-[2.125rem]">{title}</h1>
      {children && <p className="mt-2 max-w-measure text-pretty text-muted">{children}</p>}
    </header>
  )
}
