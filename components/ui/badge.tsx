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
      className={`inline-block rounded-[0.7rem] border px-2.5 sm:flex-none sm:whitespace-nowrap text-2xs font-semibold leading-5 ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
