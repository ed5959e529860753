import { DateText } from '@/components/article/date-text'
import { ReferenceLink, referenceTo } from '@/components/article/reference-link'
import { Notice } from '@/components/ui/notice'
import { type Doubt, isAllClear, type LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { lineUrl } from '@/lib/urls'
import { UpdatePathText } from './update-path-text'

/** Why the latest update of a series may not be the latest for the computer. */
const DOUBTS: Readonly<Record<Doubt, string>> = {
  'cut-list': 'The list is incomplete.',
  'several-computers': 'The list may come from more than one computer.',
  'several-lines': 'The list has updates for several service packs. Add Get-ExchangeServer output to see which apply.',
  'other-line': 'The reported build belongs to another service pack.',
  contradiction: 'The reported build does not match the list.',
}

/** Where a server stands in one update series: the state first, then how to get to the latest, then what that needs. */
export function LineVerdictCard({ verdict }: { verdict: LineVerdict }) {
  const { name, slug, host, newest, latest, way, rivals } = verdict
  const isBehind = way.length > 0
  const isClear = isAllClear(verdict)
  return (
    <Notice label={host ? `${host}, ${name}` : name} tone={isBehind ? 'amber' : 'plain'}>
      <p className="mb-1 flex flex-wrap gap-x-2 text-sm text-muted">
        {host && <strong className="text-ink">{host}</strong>}
        <a href={lineUrl(slug)} className="quiet-link">
          {name}
        </a>
      </p>
      <p className="text-lg">
        <strong className={isBehind ? 'text-amber' : isClear ? 'text-green' : 'text-ink'}>
          {isClear && <span aria-hidden="true">✓ </span>}
          {isBehind ? 'Superseded.' : 'Latest in its series:'}
        </strong>{' '}
        {isBehind && 'Install '}
        <ReferenceLink reference={referenceTo(isBehind ? latest : newest)} />
        {isBehind && latest.released && (
          <>
            , released <DateText date={latest.released} form="sentence" />
          </>
        )}
        .
      </p>
      {!isBehind && !isClear && <p>{verdict.doubts.map((doubt) => DOUBTS[doubt]).join(' ')}</p>}
      {isBehind && <UpdatePathText verdict={verdict} />}
      {isBehind && <Prerequisites verdict={verdict} />}
      {rivals.length > 0 && (
        <p className="text-[0.9375rem]">
          The list also has {rivals.join(' and ')}. Only updates for the installed service pack apply.
        </p>
      )}
    </Notice>
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
