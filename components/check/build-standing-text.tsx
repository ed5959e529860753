import { ReleaseText } from '@/components/article/release-text'
import type { BuildStanding, BuildState } from '@/lib/check/verdict'
import { lineUrl } from '@/lib/urls'

interface Props {
  readonly place: BuildStanding
  /** The build tells the service pack, but not which rollup is installed. */
  readonly isServicePackLevel: boolean
}

/** Says whether a build is superseded, which release it is or lies between, and which is the latest. */
export function BuildStandingText({ place, isServicePackLevel }: Props) {
  const { product, state, line, isExact, below, above, latest } = place
  const isLatestNext = latest && latest.number === above?.article?.number
  return (
    <div className="max-w-measure text-[0.9375rem]">
      <p>
        <StateText state={state} isServicePackLevel={isServicePackLevel} />
        {product}: {below && !isExact && 'newer than '}
        {below ? <ReleaseText release={below} /> : 'older than any release listed here'}.{' '}
        {above && (
          <>
            Next: <ReleaseText release={above} />.{' '}
          </>
        )}
        {above && latest && !isLatestNext && (
          <>
            Latest:{' '}
            <ReleaseText release={{ name: latest.shortTitle ?? latest.title, build: latest.build, article: latest }} />.
          </>
        )}
      </p>
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

function StateText({ state, isServicePackLevel }: { state: BuildState; isServicePackLevel: boolean }) {
  switch (state) {
    case 'superseded':
      return <strong className="text-amber">{isServicePackLevel ? 'Newer releases exist. ' : 'Superseded. '}</strong>
    case 'latest':
      return (
        <strong className="text-green">
          <span aria-hidden="true">✓ </span>No newer build known.{' '}
        </strong>
      )
    default:
      return null
  }
}
