import type { ReactNode } from 'react'

const TONES = {
  amber: 'border-amber-line bg-amber-wash text-amber',
  green: 'border-green-line bg-green-wash text-green',
  plain: 'border-line bg-wash text-muted',
  hollow: 'border-dashed border-edge text-muted',
} as const

export type BadgeTone = keyof typeof TONES

export function Badge({ tone, children }: { tone: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={`inline-block flex-none whitespace-nowrap rounded-full border px-2.5 text-2xs font-semibold leading-5 ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
