import { NumberTag } from '@/components/article/number-tag'
import { ReferenceLink } from '@/components/article/reference-link'
import { CountText } from '@/components/ui/count-text'
import type { BuildStanding, BuildVerdict } from '@/lib/check/verdict'
import type { FileVersionMention, Release } from '@/lib/kb/releases/build-lookup'
import { articleUrl, lineUrl } from '@/lib/urls'

/** The most articles of one version that are listed. */
const MAX_MENTIONS = 6

/** Each build with its place: the release at or below, the next above, and the latest of their line. */
export function BuildVerdicts({ builds }: { builds: readonly BuildVerdict[] }) {
  return (
    <>
      <ul className="m-0 list-none border-t border-line p-0">
        {builds.map((verdict) => (
          <li
            key={`${verdict.build} ${verdict.file} ${verdict.isServicePackLevel}`}
            className="border-b border-line py-4"
          >
            <p className="mb-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {verdict.servers.length > 0 && <strong>{verdict.servers.join(', ')}</strong>}
              <span className="font-mono font-semibold">{verdict.build}</span>
              {verdict.file && <span className="font-mono text-sm text-muted">{verdict.file}</span>}
            </p>
            <BuildText verdict={verdict} />
          </li>
        ))}
      </ul>
      {builds.some(({ isServicePackLevel }) => isServicePackLevel) && (
        <p className="mt-3 max-w-measure text-sm text-muted">
          Get-ExchangeServer names the service pack and no update rollup. The version of ExSetup.exe tells which rollup
          is installed.
        </p>
      )}
    </>
  )
}

function BuildText({ verdict: { places, newerFiles, sameVersion, isServicePackLevel } }: { verdict: BuildVerdict }) {
  const isUnknown = places.length + newerFiles.length + sameVersion.length === 0
  return (
    <>
      {isUnknown && <p className="text-[0.9375rem] text-muted">It is unknown here: no release or article has it.</p>}
      {places.map((place) => (
        <PlaceText key={place.product} place={place} isServicePackLevel={isServicePackLevel} />
      ))}
      <Mentions title="Named in" mentions={sameVersion} />
      <Mentions title="A newer copy in" mentions={newerFiles} hasVersion />
    </>
  )
}

function PlaceText({ place, isServicePackLevel }: { place: BuildStanding; isServicePackLevel: boolean }) {
  const { product, line, isExact, below, above, latest } = place
  return (
    <div className="max-w-measure text-[0.9375rem]">
      <p>
        {above ? (
          <strong className="text-amber">{isServicePackLevel ? 'Newer releases are known.' : 'Superseded.'}</strong>
        ) : (
          <strong className="text-green">
            <span aria-hidden="true">✓ </span>Nothing newer is known here.
          </strong>
        )}{' '}
        {product},{' '}
        {below ? (
          <>
            {isExact ? '' : 'above '}
            <ReleaseText release={below} />
          </>
        ) : (
          'older than every release here'
        )}
        {above && (
          <>
            {isExact ? '; the next is ' : below ? ' and below ' : '; the first is '}
            <ReleaseText release={above} />
          </>
        )}
        .{' '}
        {above && latest && latest.number !== above.article?.number && (
          <>
            The latest is <ReferenceLink reference={{ number: latest.number, title: latest.title, summary: latest }} />
            {latest.build && `, ${latest.build}`}.
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

function ReleaseText({ release: { name, build, article } }: { release: Release }) {
  return (
    <>
      {article ? <ReferenceLink reference={{ number: article.number, title: name, summary: article }} /> : name}
      <span className="whitespace-nowrap tabular-nums text-muted"> {build}</span>
    </>
  )
}

function Mentions({
  title,
  mentions,
  hasVersion = false,
}: {
  title: string
  mentions: readonly FileVersionMention[]
  hasVersion?: boolean
}) {
  if (mentions.length === 0) return null
  return (
    <div className="mt-2 text-[0.9375rem]">
      <p className="text-muted">{title}</p>
      <ul className="m-0 mt-1 grid list-none gap-1 p-0">
        {mentions.slice(0, MAX_MENTIONS).map(({ number, fileName, version, title: articleTitle }) => (
          <li key={`${number} ${fileName} ${version}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <NumberTag number={number} />
            <a href={articleUrl(number)} className="min-w-0 flex-1 basis-60 quiet-link">
              {articleTitle}
            </a>
            {hasVersion && <span className="tabular-nums text-muted">{version}</span>}
          </li>
        ))}
      </ul>
      {mentions.length > MAX_MENTIONS && (
        <p className="mt-1 text-sm text-muted">
          and <CountText count={mentions.length - MAX_MENTIONS} /> more
        </p>
      )}
    </div>
  )
}
