import { ReferenceLink } from '@/components/article/reference-link'
import type { BuildPlace, BuildVerdict } from '@/lib/check/verdict'
import type { ArticleSummary } from '@/lib/kb/article'
import { lineUrl } from '@/lib/urls'

/** Each build with its place: the release at or below, and the next above. */
export function BuildVerdicts({ builds }: { builds: readonly BuildVerdict[] }) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {builds.map((verdict) => (
        <li key={`${verdict.build} ${verdict.file}`} className="border-b border-line py-3.5">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-mono font-semibold">{verdict.build}</span>
            {verdict.file && <span className="font-mono text-sm text-muted">{verdict.file}</span>}
            {verdict.servers.length > 0 && <span className="text-sm text-muted">{verdict.servers.join(', ')}</span>}
          </p>
          {verdict.places.length === 0 && (
            <p className="text-[0.9375rem] text-muted">No release of this collection begins with these parts.</p>
          )}
          {verdict.places.map((place) => (
            <PlaceText key={place.name} place={place} isServicePackLevel={verdict.isServicePackLevel} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function PlaceText({ place, isServicePackLevel }: { place: BuildPlace; isServicePackLevel: boolean }) {
  const { name, slug, below, isExact, above, latest } = place
  return (
    <div className="mt-1 max-w-measure text-[0.9375rem]">
      <p>
        {above ? (
          <strong className="text-amber">{isServicePackLevel ? 'Newer releases are known. ' : 'Superseded. '}</strong>
        ) : (
          <strong className="text-green">
            <span aria-hidden="true">✓ </span>Latest here.{' '}
          </strong>
        )}
        {below ? (
          <>
            {isExact ? 'It is ' : 'It lies at or above '}
            <Release release={below} />
          </>
        ) : (
          'It is older than every release here'
        )}
        {above && (
          <>
            {isExact ? '; the next is ' : below ? ' and below ' : '; the first is '}
            <Release release={above} />
          </>
        )}
        .{' '}
        {above && latest && latest.number !== above.number && (
          <>
            The latest is <Release release={latest} />.
          </>
        )}
      </p>
      {isServicePackLevel && (
        <p className="text-muted">
          Get-ExchangeServer names the service pack and not the update rollup. The version of ExSetup.exe tells which
          rollup is installed.
        </p>
      )}
      {slug && (
        <p className="text-sm">
          <a href={lineUrl(slug)} className="text-muted">
            {name}
          </a>
        </p>
      )}
    </div>
  )
}

function Release({ release }: { release: ArticleSummary }) {
  return (
    <>
      <ReferenceLink reference={{ number: release.number, title: release.title, summary: release }} />
      {release.build && <span className="whitespace-nowrap text-muted">, {release.build}</span>}
    </>
  )
}
