import { formatCount } from '@/components/ui/count-text'
import type { LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, lineUrl } from '@/lib/urls'
import type { ReportedBuild } from './computer-case'

/** "Exchange Server 2007 SP1 with Update Rollup 10 (8.1.240.6 reported, KB981407 installed)". */
export function LineEvidence({ line, builds }: { line: LineVerdict; builds: readonly ReportedBuild[] }) {
  const { series, name, slug, newest } = line
  return (
    <>
      <a href={lineUrl(slug)}>
        {series?.release.name ?? name}
        {series ? ' with ' : ': '}
        {newest.shortTitle ?? newest.title}
      </a>{' '}
      <InstalledText lines={[line]} builds={builds} />
    </>
  )
}

/** "(8.1.240.6 reported, KB981407 and 2 earlier updates installed)". */
export function InstalledText({
  lines,
  builds,
}: {
  lines: readonly LineVerdict[]
  builds: readonly Pick<ReportedBuild, 'build'>[]
}) {
  const reported = [...new Set(builds.map(({ build }) => build))]
  const earlier = lines.reduce((count, { installed }) => count + installed.length - 1, 0)
  return (
    <span className="font-normal text-muted">
      (
      {reported.length > 0 && (
        <>
          <span className="tabular-nums">{reported.join(' and ')}</span> reported{lines.length > 0 && ', '}
        </>
      )}
      {lines.map(({ newest: { number } }, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <a href={articleUrl(number)}>{formatKbNumber(number)}</a>
        </span>
      ))}
      {earlier > 0 && ` and ${formatCount(earlier, 'earlier update')}`}
      {lines.length > 0 && ' installed'})
    </span>
  )
}

/** "Exchange Server 2007 SP2 (8.2.176.2 reported)": what a build alone tells. */
export function BuildEvidence({ reported }: { reported: ReportedBuild }) {
  const { line } = reported.place
  return (
    <>
      {line ? <a href={lineUrl(line.slug)}>{nameBuild(reported)}</a> : nameBuild(reported)}{' '}
      <InstalledText lines={[]} builds={[reported]} />
    </>
  )
}

function nameBuild({ place, isServicePackLevel }: ReportedBuild): string {
  const { product, below, above, isExact, state, line } = place
  const release = line?.series?.release
  if (!below) return `${product}, older than any release listed here`
  const isRelease = below.build === release?.build || (isServicePackLevel && release !== undefined)
  const name = isRelease
    ? release.name
    : release && below.article
      ? `${release.name} with ${below.name}`
      : `${product} ${below.name}`
  if (isExact || (isServicePackLevel && release)) return name
  if (state === 'beyond') return `${product}, newer than every release listed here`
  return `${name} or newer${above ? `, older than ${above.name}` : ''}`
}
