import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import type { ArticleSummary } from '@/lib/kb/article'
import type { ComparedUpdates } from '@/lib/kb/update-comparison'
import { articleUrl, lineUrl } from '@/lib/urls'
import { GainedFixes } from './gained-fixes'
import { UpdateNotes } from './update-notes'

/** What the newer of two updates contains and the older one does not. */
export function ComparisonView({ comparison }: { comparison: ComparedUpdates }) {
  const { from, line, updates, notes } = comparison
  return (
    <div className="max-w-3xl">
      <Section id="way" title={updates.length === 1 ? 'The step' : `The way, ${updates.length} steps`}>
        <ol className="m-0 list-none border-l-2 border-line p-0">
          {[from.summary, ...updates].map((update) => (
            <WayStep key={update.number} update={update} isStart={update === from.summary} />
          ))}
        </ol>
        <p className="mt-3 text-sm">
          All of <a href={lineUrl(line.slug)}>{line.name}</a>
        </p>
      </Section>
      <Section
        id="fixes"
        title={comparison.fixCount === 1 ? 'One fix gained' : `${comparison.fixCount || 'No'} fixes gained`}
      >
        <GainedFixes comparison={comparison} />
      </Section>
      <Section id="prerequisites" title="Before you install">
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
  )
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

function WayStep({ update, isStart }: { update: ArticleSummary; isStart: boolean }) {
  const { number, title, shortTitle, released, build, state, currentArticle } = update
  return (
    <li className="relative py-1.5 pl-5">
      <span
        aria-hidden="true"
        className={`absolute -left-[7px] top-3.5 size-3 rounded-full border-2 ${isStart ? 'border-edge bg-paper' : state === 'latest' ? 'border-green bg-green' : 'border-edge bg-edge'}`}
      />
      <span className="flex flex-wrap items-baseline gap-x-3.5 gap-y-1">
        <NumberTag number={number} />
        <a href={articleUrl(number)} className="font-semibold quiet-link">
          {shortTitle ?? title}
        </a>
        <StateBadge state={state} currentArticle={currentArticle} />
      </span>
      <span className="block text-sm text-muted">
        {released ? <DateText date={released} /> : 'Date unknown'}
        {build && `, build ${build}`}
        {isStart && ', where you are'}
      </span>
    </li>
  )
}
