import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { CardHeading } from './card-heading'
import type { ComputerCase, ReportedBuild } from './computer-case'
import { InstalledText } from './evidence-text'

/** Evidence of one computer that cannot be true together: no verdict, and what to check. */
export function ConflictBlock({ found }: { found: ComputerCase }) {
  const { title, decided, undecided, excluded, builds, computer } = found
  const lines = [...decided, ...undecided, ...excluded]
  return (
    <div>
      <CardHeading title={title}>
        <span className="text-amber">The evidence does not agree</span> <InstalledText lines={lines} builds={builds} />
      </CardHeading>
      {computer.contradictions.map(({ build, update, lineName }) => {
        const series = lines.find(({ name }) => name === lineName)?.series
        return (
          <p key={`${build} ${update.number}`}>
            {build} is {nameBuild(build, builds)}, but {update.shortTitle ?? 'the update'} (
            {formatKbNumber(update.number)}) is for {series?.release.name ?? lineName}. Check whether both are from this
            computer.
          </p>
        )
      })}
    </div>
  )
}

function nameBuild(build: string, builds: readonly ReportedBuild[]): string {
  const place = builds.find((reported) => reported.build === build)?.place
  if (!place) return 'of another release'
  return place.line?.series?.release.name ?? [place.product, place.below?.name].filter(Boolean).join(' ')
}
