import { ReleaseText } from '@/components/article/release-text'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { CardHeading } from './card-heading'
import type { ComputerCase, ReportedBuild } from './computer-case'
import { BuildEvidence } from './evidence-text'
import { StandingText } from './standing-text'

/** What follows from a build that a computer reports, where its list says nothing of the same series. */
export function BuildBlock({ reported, found }: { reported: ReportedBuild; found: ComputerCase }) {
  const { place, isServicePackLevel } = reported
  const { state, latest, below, above, line, product, newerForProduct } = place
  const isSame = new Set(found.builds.map((other) => other.place.line?.slug)).size === 1
  return (
    <div>
      <CardHeading title={found.title}>
        <BuildEvidence reported={reported} />
      </CardHeading>
      {isServicePackLevel && latest && line && (
        <p>
          Rollup not known. Newest for {line.series?.shortName ?? line.name}:{' '}
          <a href={articleUrl(latest.number)}>
            {latest.shortTitle ?? latest.title} ({formatKbNumber(latest.number)})
          </a>
          .
        </p>
      )}
      <StandingText
        series={line?.series}
        subject={product}
        install={state === 'superseded' && !isServicePackLevel ? latest : undefined}
        newest={state === 'latest' ? latest : undefined}
        newer={newerForProduct}
        isClear={newerForProduct === undefined && isSame}
      />
      {state === 'superseded' && !latest && above && (
        <p>
          Next: <ReleaseText release={above} />.
        </p>
      )}
      {state === 'beyond' && below && (
        <p>
          The last release listed here is <ReleaseText release={below} />.
        </p>
      )}
      {state === 'named' && !newerForProduct && <p>What came after it is not known here.</p>}
      {!isSame && <p>The reported builds are of different releases. Check whether all are from this computer.</p>}
    </div>
  )
}
