import { NumberTag } from '@/components/article/number-tag'
import { ReferenceLink } from '@/components/article/reference-link'
import { StateBadge } from '@/components/article/state-badge'
import { ReplacementEvidence } from '@/components/article/supersedence/replacement-evidence'
import { CountText } from '@/components/ui/count-text'
import type { UpdateVerdict } from '@/lib/check/verdict'
import { articleUrl } from '@/lib/urls'

/** Each update with its state and the words on which that rests; those that the collection lacks are listed by number. */
export function UpdateVerdicts({ updates }: { updates: readonly UpdateVerdict[] }) {
  const known = updates.filter(({ state }) => state !== 'unknown')
  const unknown = updates.filter(({ state }) => state === 'unknown')
  return (
    <>
      {known.length > 0 && (
        <ul className="m-0 list-none border-t border-line p-0">
          {known.map((update) => (
            <KnownUpdate key={update.number} update={update} />
          ))}
        </ul>
      )}
      {unknown.length > 0 && <UnknownUpdates updates={unknown} />}
    </>
  )
}

function KnownUpdate({
  update: { number, state, article, supersededBy, latest, withdrawn, evidence },
}: {
  update: UpdateVerdict
}) {
  const isLatest = latest?.number === article.number
  const others = supersededBy.filter((reference) => reference.number !== latest?.number)
  return (
    <li className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-3 sm:grid-cols-[5.75rem_minmax(0,1fr)_auto]">
      <NumberTag number={number} />
      <span className="justify-self-start sm:order-last">
        <StateBadge
          state={state === 'current' && isLatest ? 'latest' : state === 'unknown' ? 'current' : state}
          currentArticle={latest?.number}
        />
      </span>
      <div className="min-w-0">
        <a href={articleUrl(article.number)} className="font-semibold quiet-link">
          {article.title}
        </a>
        {others.length > 0 && (
          <p className="text-[0.9375rem]">
            {state === 'partly-superseded' ? 'A part of it is replaced by ' : 'Replaced by '}
            {others.map((reference, position) => (
              <span key={reference.number}>
                {position > 0 && ' and '}
                <ReferenceLink reference={reference} />
              </span>
            ))}
            .
          </p>
        )}
        {withdrawn && <p className="max-w-measure text-[0.9375rem]">{withdrawn}</p>}
        {state === 'superseded-by-unknown' && (
          <p className="text-[0.9375rem]">It is replaced, and its article does not say by what.</p>
        )}
        {state === 'current' && !isLatest && (
          <p className="text-[0.9375rem] text-muted">Nothing here is known to replace it.</p>
        )}
        <ReplacementEvidence evidence={evidence} here={article.number} />
      </div>
    </li>
  )
}

function UnknownUpdates({ updates }: { updates: readonly UpdateVerdict[] }) {
  return (
    <details className="mt-4 text-[0.9375rem]" open={updates.length <= 12}>
      <summary className="min-h-6">
        <CountText count={updates.length} noun="number" /> {updates.length === 1 ? 'is' : 'are'} unknown here
      </summary>
      <p className="my-2 max-w-measure text-muted">
        This collection has no article of {updates.length === 1 ? 'it' : 'them'}, so nothing is said of{' '}
        {updates.length === 1 ? 'it' : 'them'}: neither that {updates.length === 1 ? 'it is' : 'they are'} current nor
        that anything is missing.
      </p>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {updates.map(({ number, article }) => (
          <li key={number}>
            <a href={articleUrl(number)} title={article.title} className="quiet-link">
              <NumberTag number={number} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
