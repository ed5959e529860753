import { EvidenceQuote } from '@/components/article/evidence-quote'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Evidence, FixedInRelease, FixedInUpdate } from '@/lib/kb/updates/ledger'
import { articleUrl, releaseUrl } from '@/lib/urls'
import { RailSection } from './rail-section'

/** More would make the rail longer than the article. */
const MAX_QUOTES = 8

interface Props {
  readonly here: KbNumber
  readonly updates: readonly FixedInUpdate[]
  readonly releases: readonly FixedInRelease[]
}

/** The updates and releases that fix the problem, what is derived from them, and the sentences that say so. */
export function FixedIn({ here, updates, releases }: Props) {
  if (updates.length + releases.length === 0) return null
  const evidence = [...updates, ...releases].flatMap((one) => one.evidence)
  return (
    <RailSection title="Fixed in">
      <ul className="m-0 list-none space-y-1.5 border-l-2 border-green p-0 pl-3.5 text-sm">
        {updates.map((update) => (
          <UpdateItem key={update.number} update={update} />
        ))}
        {releases.map((release) => (
          <ReleaseItem key={release.slug ?? release.name} release={release} here={here} />
        ))}
      </ul>
      <Sentences evidence={evidence} here={here} isOpen={releases.some(({ isDisputed }) => isDisputed)} />
    </RailSection>
  )
}

function UpdateItem({ update: { number, title, summary, containedIn } }: { update: FixedInUpdate }) {
  return (
    <li>
      <a href={articleUrl(number)}>{formatKbNumber(number)}</a> {summary?.shortTitle ?? title}
      {containedIn && (
        <span className="block text-muted">
          Contained in {containedIn.shortTitle ?? formatKbNumber(containedIn.number)} and later of this line.
        </span>
      )}
    </li>
  )
}

function ReleaseItem({
  release: { name, slug, evidence, isDisputed },
  here,
}: {
  release: FixedInRelease
  here: KbNumber
}) {
  const listedBy = evidence.find(({ statedBy }) => statedBy !== here)?.statedBy
  const isOwn = evidence.some(({ statedBy }) => statedBy === here)
  return (
    <li>
      {slug ? <a href={releaseUrl(slug)}>{name}</a> : name}
      {listedBy !== undefined && !isOwn && (
        <span className="block text-muted">
          {isDisputed ? 'Not named by this article, but by the list of ' : 'Listed by '}
          <a href={articleUrl(listedBy)}>{formatKbNumber(listedBy)}</a>.
        </span>
      )}
    </li>
  )
}

/** The words of texts, folded unless they differ from each other. */
function Sentences({ evidence, here, isOpen }: { evidence: readonly Evidence[]; here: KbNumber; isOpen: boolean }) {
  const said = evidence.filter(
    ({ sentence }, place) => sentence !== undefined && place === evidence.findIndex((one) => one.sentence === sentence),
  )
  if (said.length === 0) return null
  return (
    <details open={isOpen} className="mt-2 text-sm">
      <summary className="min-h-6 text-muted">{isOpen ? 'The sources differ' : 'Where this is said'}</summary>
      <ul className="m-0 list-none space-y-1.5 p-0 text-muted">
        {said.slice(0, MAX_QUOTES).map((one) => (
          <li key={`${one.statedBy} ${one.sentence}`} className="[overflow-wrap:anywhere]">
            <EvidenceQuote evidence={one} here={here} />
          </li>
        ))}
      </ul>
    </details>
  )
}
