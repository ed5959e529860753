import type { ReactNode } from 'react'

/** The first line of a verdict, which can go into a ticket: "EX01: Exchange Server 2007 SP3 (8.3.83.6 reported)". */
export function CardHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <h3 className="max-w-measure text-lg font-semibold leading-snug [overflow-wrap:anywhere]">
      {title}: {children}
    </h3>
  )
}
