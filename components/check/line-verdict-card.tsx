import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { ReferenceLink } from '@/components/article/reference-link'
import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { LineVerdict } from '@/lib/check/verdict'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { compareUrl, lineUrl } from '@/lib/urls'

/** Where a server stands in one line of updates: the state first, then the way to the latest, then what the way needs. */
export function LineVerdictCard({ verdict }: { verdict: LineVerdict }) {
  const { name, slug, host, newest, latest, way, rivals } = verdict
  const isBehind = way.length > 0
  return (
    <Notice label={host ? `${host}, ${name}` : name} tone={isBehind ? 'amber' : 'plain'}>
      <p className="mb-1 flex flex-wrap gap-x-2 text-sm text-muted">
        {host && <strong className="text-ink">{host}</strong>}
        <a href={lineUrl(slug)} className="quiet-link">
          {name}
        </a>
      </p>
      <p className="text-lg">
        <strong className={isBehind ? 'text-amber' : 'text-green'}>
          {!isBehind && <span aria-hidden="true">✓ </span>}
          {isBehind ? 'Superseded.' : 'Latest of its line.'}
        </strong>{' '}
        {isBehind ? (
          <>
            Install <UpdateLink update={latest} />
            {latest.released && (
              <>
                , released <DateText date={latest.released} form="sentence" />
              </>
            )}
            .
          </>
        ) : (
          <>
            Nothing newer than <UpdateLink update={newest} /> is known here.
          </>
        )}
      </p>
      {isBehind && <WayText verdict={verdict} />}
      {isBehind && <Prerequisites verdict={verdict} />}
      {rivals.length > 0 && (
        <p className="text-[0.9375rem]">
          Updates of {rivals.join(' and ')} are listed as well. Lines never mix: only the one of the installed service
          pack counts.
        </p>
      )}
    </Notice>
  )
}

function WayText({ verdict: { installed, newest, latest, way, isStated, fixCount } }: { verdict: LineVerdict }) {
  const between = way.slice(0, -1)
  return (
    <p>
      Installed: <UpdateLink update={newest} />
      {installed.length > 1 && ` and ${installed.length - 1} before it`}.{' '}
      {isStated
        ? between.length > 0 && (
            <>
              {shortName(latest)} alone is enough: it replaces the <CountText count={between.length} noun="update" />{' '}
              between.
            </>
          )
        : 'No article says that the latest replaces what is installed; the order of the line does.'}{' '}
      <a href={compareUrl(newest.number, latest.number)}>
        {fixCount > 0 ? `What it adds: ${fixCount} ${fixCount === 1 ? 'fix' : 'fixes'}` : 'Compare the two'}
      </a>
    </p>
  )
}

function Prerequisites({ verdict: { latest, prerequisites } }: { verdict: LineVerdict }) {
  if (prerequisites.length === 0) {
    return <p className="text-[0.9375rem] text-muted">Prerequisites: its article states none here.</p>
  }
  return (
    <details className="mt-2 text-[0.9375rem]">
      <summary className="min-h-6 font-semibold">Prerequisites of {formatKbNumber(latest.number)}</summary>
      <blockquote className="mt-1.5 grid gap-1.5 border-l-3 border-amber-line pl-3.5">
        {prerequisites.map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
      </blockquote>
    </details>
  )
}

function Paragraph({ children }: { children: ReactNode }) {
  return <p className="max-w-measure">{children}</p>
}

function UpdateLink({ update }: { update: ArticleSummary }) {
  return <ReferenceLink reference={{ number: update.number, title: update.title, summary: update }} />
}

function shortName({ shortTitle, number }: ArticleSummary): string {
  return shortTitle ?? formatKbNumber(number)
}
