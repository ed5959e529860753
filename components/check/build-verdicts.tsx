import type { BuildVerdict } from '@/lib/check/verdict'
import { BuildStandingText } from './build-standing-text'
import { FileMentions } from './file-mentions'

/** Each build with its place: the release at or below, the next above, and the latest of their line. */
export function BuildVerdicts({ builds }: { builds: readonly BuildVerdict[] }) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {builds.map((verdict) => (
        <BuildItem key={`${verdict.build} ${verdict.file} ${verdict.isServicePackLevel}`} verdict={verdict} />
      ))}
    </ul>
  )
}

function BuildItem({ verdict }: { verdict: BuildVerdict }) {
  const { build, file, servers, places, isOnlyNamed, sameVersion, newerFiles, isServicePackLevel } = verdict
  const isUnknown = places.length + newerFiles.length + sameVersion.length === 0
  return (
    <li className="border-b border-line py-4">
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {servers.length > 0 && <strong>{servers.join(', ')}</strong>}
        <span className="font-mono font-semibold">{build}</span>
        {file && <span className="font-mono text-sm text-muted">{file}</span>}
      </p>
      {isUnknown && <p className="text-[0.9375rem] text-muted">Not found in any release or article here.</p>}
      {isOnlyNamed && (
        <p className="text-[0.9375rem] text-muted">Mentioned only: the text does not say that it is installed.</p>
      )}
      {places.map((place) => (
        <BuildStandingText
          key={place.product}
          place={place}
          isServicePackLevel={isServicePackLevel}
          isOnlyNamed={isOnlyNamed}
        />
      ))}
      <FileMentions title="Mentioned in" mentions={sameVersion} />
      <FileMentions title="Newer version in" mentions={newerFiles} hasVersion />
    </li>
  )
}
