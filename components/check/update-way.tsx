import { formatCount } from '@/components/ui/count-text'
import type { LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { compareUrl } from '@/lib/urls'

/** Whether the newest update alone is enough, what it adds and what it needs. */
export function UpdateWay({ verdict }: { verdict: LineVerdict }) {
  const { newest, latest, way, isStated, fixCount } = verdict
  const between = way.length - 1
  return (
    <>
      <p className="text-[0.9375rem]">
        {!isStated && 'No article says so; this follows from the order of the series. '}
        {isStated &&
          between > 0 &&
          `Install only ${latest.shortTitle ?? formatKbNumber(latest.number)}; it includes the ${
            between === 1 ? 'update' : `${between} updates`
          } in between. `}
        <a href={compareUrl(newest.number, latest.number)}>
          {fixCount > 0 ? `See the ${formatCount(fixCount, 'fix', 'fixes')} it adds` : 'Compare these updates'}
        </a>
      </p>
      <Prerequisites verdict={verdict} />
    </>
  )
}

function Prerequisites({ verdict: { latest, prerequisites } }: { verdict: LineVerdict }) {
  if (prerequisites.length === 0) {
    return <p className="text-[0.9375rem] text-muted">Prerequisites: none listed.</p>
  }
  return (
    <details className="mt-2 text-[0.9375rem]">
      <summary className="min-h-6 font-semibold">Prerequisites for {formatKbNumber(latest.number)}</summary>
      <blockquote className="mt-1.5 grid max-w-measure gap-1.5 border-l-3 border-amber-line pl-3.5">
        {prerequisites.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </blockquote>
    </details>
  )
}
