import type { ReactNode } from 'react'

const TONES = {
  amber: 'border-amber-line bg-amber-wash',
  green: 'border-green-line bg-green-wash',
  accent: 'border-accent-line bg-accent-wash',
  plain: 'border-line',
} as const

export function Notice({ label, tone, children }: { label: string; tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className={`mb-7 rounded-xl border px-4 py-4 md:px-5.5 [&>p]:max-w-measure [&>p]:empty:hidden [&>p+p]:mt-1 ${TONES[tone]}`}
    >
      {children}
    </section>
  )
}
