import { ReleaseText } from '@/components/article/release-text'
import { nameLastUpdate } from '@/components/article/supersedence/name-last-update'
import { NewerForProduct } from '@/components/article/supersedence/newer-for-product'
import { Badge } from '@/components/ui/badge'
import type { BuildStanding } from '@/lib/check/verdict'
import { lineUrl } from '@/lib/urls'

interface Props {
  readonly place: BuildStanding
  /** The build tells the service pack, but not which rollup is installed. */
  readonly isServicePackLevel: boolean
  /** No computer is said to run it: what is known of the release stands without a verdict. */
  readonly isOnlyNamed: boolean
}

/** Says whether a build is superseded, which release it is or lies between, and which is the latest. */
export function BuildStandingText({ place, isServicePackLevel, isOnlyNamed }: Props) {
  const { product, line, isExact, below, above, latest, newerForProduct } = place
  const isLatestNext = latest && latest.number === above?.article?.number
  return (
    <div className="max-w-measure text-[0.9375rem]">
      <p>
        {!isOnlyNamed && <StateText place={place} isServicePackLevel={isServicePackLevel} />}
        {product}: {below && !isExact && 'newer than '}
        {below ? <ReleaseText release={below} /> : 'older than any release listed here'}.{' '}
        {above && (
          <>
            Next: <ReleaseText release={above} />.{' '}
          </>
        )}
        {above && latest && !isLatestNext && (
          <>
            {isServicePackLevel || isOnlyNamed ? 'Newest of its series' : 'Install instead'}:{' '}
            <ReleaseText release={{ name: latest.shortTitle ?? latest.title, build: latest.build, article: latest }} />.
          </>
        )}
      </p>
      {newerForProduct && (
        <p>
          <NewerForProduct newer={newerForProduct} />
        </p>
      )}
      {line && (
        <p className="text-sm">
          <a href={lineUrl(line.slug)} className="text-muted">
            {line.name}
          </a>
        </p>
      )}
    </div>
  )
}

function StateText({ place, isServicePackLevel }: Omit<Props, 'isOnlyNamed'>) {
  const { state, product, latest, newerForProduct } = place
  if (state === 'superseded') {
    return <strong className="text-amber">{isServicePackLevel ? 'Newer releases exist. ' : 'Superseded. '}</strong>
  }
  if (state === 'beyond') return <strong>Newer than every release listed here. </strong>
  if (state !== 'latest' || !latest) return null
  if (newerForProduct) {
    return (
      <>
        <Badge tone="plain">{nameLastUpdate(latest)}</Badge>{' '}
      </>
    )
  }
  return (
    <strong className="text-green">
      <span aria-hidden="true">✓ </span>No newer update is known for {product}.{' '}
    </strong>
  )
}
