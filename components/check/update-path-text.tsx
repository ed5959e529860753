import { ReferenceLink, referenceTo } from '@/components/article/reference-link'
import { formatCount } from '@/components/ui/count-text'
import type { LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { compareUrl } from '@/lib/urls'

/** What is installed, whether the latest update alone is enough, and what it adds. */
export function UpdatePathText({ verdict }: { verdict: LineVerdict }) {
  const { installed, newest, latest, way, isStated, fixCount } = verdict
  const between = way.length - 1
  return (
    <p>
      Installed: <ReferenceLink reference={referenceTo(newest)} />
      {installed.length > 1 && ` and ${formatCount(installed.length - 1, 'earlier update')}`}.{' '}
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
  )
}
