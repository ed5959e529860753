import { EvidenceList } from '@/components/article/evidence-list'
import { NumberTag } from '@/components/article/number-tag'
import { ReferenceLink } from '@/components/article/reference-link'
import { StateBadge } from '@/components/article/state-badge'
import type { UpdateVerdict } from '@/lib/check/verdict'
import { articleUrl } from '@/lib/urls'

/** More sentences would hide what they are about. */
const MAX_SENTENCES = 3

/** An update of the collection: its state, what replaces it and the evidence. */
export function KnownUpdate({ update }: { update: UpdateVerdict }) {
  const { number, state, article, supersededBy, latest, withdrawn, evidence } = update
  const isLatestNext = latest === undefined || supersededBy.some(({ number: next }) => next === latest.number)
  return (
    <li className="article-row border-b border-line py-3">
      <NumberTag number={number} />
      <span className="justify-self-start sm:order-last">
        <StateBadge
          {...article.summary}
          state={state === 'unknown' ? 'no-replacement-known' : state}
          currentArticle={latest?.number}
        />
      </span>
      <div className="min-w-0 [&>p]:max-w-measure [&>p]:text-[0.9375rem]">
        <a href={articleUrl(article.number)} className="font-semibold quiet-link">
          {article.title}
        </a>
        {supersededBy.length > 0 && (
          <p>
            {state === 'partly-superseded' ? 'Partly replaced by ' : 'Replaced by '}
            {supersededBy.map((reference, index) => (
              <span key={reference.number}>
                {index > 0 && ' and '}
                <ReferenceLink reference={reference} />
              </span>
            ))}
            .
            {state !== 'partly-superseded' && !isLatestNext && (
              <>
                {' '}
                Install instead: <ReferenceLink reference={latest} />.
              </>
            )}
          </p>
        )}
        {withdrawn && <p>{withdrawn}</p>}
        {state === 'superseded-by-unknown' && <p>Replaced, but its article doesn’t say by what.</p>}
        {state === 'no-replacement-known' && <p className="text-muted">No replacement known.</p>}
        <EvidenceList
          evidence={evidence}
          here={article.number}
          limit={MAX_SENTENCES}
          className="mt-2 max-w-measure space-y-1"
        />
      </div>
    </li>
  )
}
