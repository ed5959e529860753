import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { ComparedUpdates } from '@/lib/kb/updates/update-comparison'
import { articleUrl, lineUrl } from '@/lib/urls'
import { GainedFixes } from './gained-fixes'
import { UpdateNotes } from './update-notes'

/** What the newer of two updates contains and the older one does not. */
export function ComparisonView({ comparison }: { comparison: ComparedUpdates }) {
  const { from, line, updates, notes } = comparison
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="min-w-0">
        <Section id="way" title="Updates on the way">
          <ol className="m-0 ml-1.5 list-none border-l-2 border-line p-0">
            {[from.summary, ...updates].map((update, place) => (
              <WayStep
                key={update.number}
                update={update}
                place={place === 0 ? 'start' : place === updates.length ? 'end' : 'between'}
              />
            ))}
          </ol>
          <p className="mt-3 text-sm">
            All of <a href={lineUrl(line.slug)}>{line.name}</a>
          </p>
        </Section>
        <Section id="fixes" title={titleOfFixes(comparison)}>
          <GainedFixes comparison={comparison} />
        </Section>
      </div>
      <div className="min-w-0">
        <Section id="before" title="Before you install">
          <UpdateNotes
            notes={notes.filter(({ kind }) => kind !== 'known-issue')}
            none="No update on the way states prerequisites or a need to restart in this collection."
          />
        </Section>
        <Section id="known-issues" title="Known issues on the way">
          <UpdateNotes
            notes={notes.filter(({ kind }) => kind === 'known-issue')}
            none="No update on the way names a known issue in this collection."
          />
        </Section>
      </div>
    </div>
  )
}

/** What is not listed may be fixed all the same. */
function titleOfFixes({ fixCount, withoutFixes }: ComparedUpdates): string {
  const words = fixCount === 1 ? '1 fix gained' : `${fixCount} fixes gained`
  if (withoutFixes.length === 0) return words
  return fixCount === 0 ? 'Fixes gained are not listed' : `At least ${words}`
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-[1.375rem] font-[640]">
        {title}
      </h2>
      {children}
    </section>
  )
}

const DOTS = { start: 'border-edge bg-paper', between: 'border-edge bg-edge', end: 'border-accent bg-accent' } as const

/** That the steps before the last are superseded needs no word: the next one stands below each. */
function WayStep({ update, place }: { update: ArticleSummary; place: keyof typeof DOTS }) {
  const { number, title, shortTitle, released, build, state, currentArticle } = update
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
        {(place === 'end' || state !== 'superseded') && <StateBadge state={state} currentArticle={currentArticle} />}
      </span>
      <span className="block text-sm text-muted">
        {released ? <DateText date={released} /> : 'Date unknown'}
        {build && `, build ${build}`}
        {place === 'start' && ', installed'}
      </span>
    </li>
  )
}
