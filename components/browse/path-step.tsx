import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { articleUrl } from '@/lib/urls'

const DOTS = { start: 'border-edge bg-paper', between: 'border-edge bg-edge', end: 'border-accent bg-accent' } as const

export function PathStep({ update, place }: { update: ArticleSummary; place: keyof typeof DOTS }) {
  const { number, title, shortTitle, released, build, state } = update
  // The next step shows what superseded all but the last one.
  const hasBadge = place === 'end' || state !== 'superseded'
  return (
    <li className="relative py-1.5 pl-5">
      <span
        aria-hidden="true"
        className={`absolute -left-[7px] top-3.5 size-3 rounded-full border-2 print:[print-color-adjust:exact] ${DOTS[place]}`}
      />
      <span className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1">
        <NumberTag number={number} />
        <a href={articleUrl(number)} className="font-semibold quiet-link">
          {shortTitle ?? title}
        </a>
        {hasBadge && <StateBadge {...update} />}
      </span>
      <span className="block text-sm text-muted">
        {released ? <DateText date={released} /> : 'Date unknown'}
        {build && `, build ${build}`}
        {place === 'start' && ', installed'}
      </span>
    </li>
  )
}
