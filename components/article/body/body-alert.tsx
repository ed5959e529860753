import type { Element } from 'hast'
import type { ReactNode } from 'react'

/** Amber and red have other meanings here, so urgent alerts have a stronger edge instead. */
const ALERTS: Readonly<Record<string, { label: string; edge: string }>> = {
  note: { label: 'Note', edge: 'border-l-line' },
  tip: { label: 'Tip', edge: 'border-l-line' },
  important: { label: 'Important', edge: 'border-l-accent' },
  warning: { label: 'Warning', edge: 'border-l-ink' },
  caution: { label: 'Caution', edge: 'border-l-ink' },
}

export function BodyAlert({ node, children }: { node?: Element; children?: ReactNode }) {
  const alert = ALERTS[String(node?.properties.dataAlert)] ?? { label: 'Note', edge: 'border-l-line' }
  return (
    <div role="note" className={`my-4 rounded-r-lg border-l-4 bg-wash px-4 py-3 [&>p]:my-1 ${alert.edge}`}>
      <p className="font-semibold">{alert.label}</p>
      {children}
    </div>
  )
}
