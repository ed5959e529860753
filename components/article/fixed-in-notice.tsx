import { distinctSentences, EvidenceList } from '@/components/article/evidence-list'
import { Notice } from '@/components/ui/notice'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { FixedInRelease, FixedInUpdate } from '@/lib/kb/updates/ledger'
import { articleUrl, releaseUrl } from '@/lib/urls'

/** More would push the article down. */
const MAX_SENTENCES = 8

interface Props {
  readonly here: KbNumber
  readonly updates: readonly FixedInUpdate[]
  readonly releases: readonly FixedInRelease[]
}

/** The updates and releases that fix the problem, what is derived from them, and the sentences that say so. */
export function FixedInNotice({ here, updates, releases }: Props) {
  if (updates.length + releases.length === 0) return null
  const evidence = distinctSentences([...updates, ...releases].flatMap((one) => one.evidence))
  const isDisputed = releases.some((release) => release.isDisputed)
  return (
    <Notice label="Fixed in" tone="green">
      <p className="font-semibold text-green">
        <span aria-hidden="true">✓ </span>Fixed in
      </p>
      <ul className="m-0 mt-1 list-none space-y-1 p-0">
        {updates.map((update) => (
          <UpdateItem key={update.number} update={update} />
        ))}
        {releases.map((release) => (
          <ReleaseItem key={release.slug ?? release.name} release={release} here={here} />
        ))}
      </ul>
      {evidence.length > 0 && (
        // Sources that disagree are shown at once.
        <details open={isDisputed} className="mt-1.5 text-sm">
          <summary className="min-h-6 text-muted">{isDisputed ? 'Sources disagree' : 'Show the evidence'}</summary>
          <EvidenceList evidence={evidence} here={here} limit={MAX_SENTENCES} className="space-y-1.5" />
        </details>
      )}
    </Notice>
  )
}

function UpdateItem({ update: { number, title, summary, containedIn } }: { update: FixedInUpdate }) {
  return (
    <li>
      <a href={articleUrl(number)}>{formatKbNumber(number)}</a> {summary?.shortTitle ?? title}
      {containedIn && (
        <span className="block text-muted">
          Also in {containedIn.shortTitle ?? formatKbNumber(containedIn.number)} and later.
        </span>
      )}
    </li>
  )
}

function ReleaseItem({ release, here }: { release: FixedInRelease; here: KbNumber }) {
  const { name, slug, evidence, isDisputed } = release
  const isOwn = evidence.some(({ statedBy }) => statedBy === here)
  const listedBy = isOwn ? undefined : evidence[0]?.statedBy
  return (
    <li>
      {slug ? <a href={releaseUrl(slug)}>{name}</a> : name}
      {listedBy !== undefined && (
        <span className="block text-muted">
          Listed in <a href={articleUrl(listedBy)}>{formatKbNumber(listedBy)}</a>
          {isDisputed && ', not mentioned in this article'}.
        </span>
      )}
    </li>
  )
}
