import { nameLastUpdate } from '@/components/article/supersedence/name-last-update'
import type { LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { CardHeading } from './card-heading'
import { nameInSeries, StandingText } from './standing-text'

/** A list with updates for several service packs and no build that tells which counts: what follows from each. */
export function UndecidedLines({ title, lines }: { title: string; lines: readonly LineVerdict[] }) {
  const [first] = lines
  const newer = lines.every(({ newerForProduct }) => newerForProduct) ? first?.newerForProduct : undefined
  return (
    <div>
      <CardHeading title={title}>{first?.series?.product ?? 'One product'}, service pack not known</CardHeading>
      <ul className="mt-1.5 mb-2 grid max-w-measure list-disc gap-1 pl-5">
        {lines.map((line) => (
          <li key={line.slug}>
            <LineChoice line={line} />
          </li>
        ))}
      </ul>
      {newer && <StandingText subject="" newer={newer} isClear={false} />}
    </div>
  )
}

function LineChoice({ line: { name, series, newest, latest, way, newerForProduct } }: { line: LineVerdict }) {
  return (
    <>
      If it is {series?.release.name ?? name}: {newest.shortTitle ?? newest.title} (
      <a href={articleUrl(newest.number)}>{formatKbNumber(newest.number)}</a>) is installed
      {way.length > 0 ? (
        <>
          . <strong className="text-amber">Install instead:</strong> {nameInSeries(latest, series)} (
          <a href={articleUrl(latest.number)}>{formatKbNumber(latest.number)}</a>).
        </>
      ) : (
        `. ${newerForProduct ? nameLastUpdate(newest) : 'Newest in its series'}.`
      )}
    </>
  )
}
