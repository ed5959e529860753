import { useId } from 'react'
import { dateInWords } from '@/components/article/date-text'
import { formatCount } from '@/components/ui/count-text'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { ProductLines, ProductTrack } from '@/lib/kb/updates/product-lines'
import { layoutProductMap } from './product-map-layout'
import { ProductMapTable } from './product-map-table'
import { ProductMapTrack } from './product-map-track'
import { TickLabels, TickLines } from './tick-lines'

interface Props {
  readonly product: ProductLines
  /** The update that the reader has. */
  readonly here?: KbNumber
  /** The line that the page is about. */
  readonly line?: string
}

/** Draws the releases of a product and the updates for each against time. Its places are in percent, so it fits every width. */
export function ProductMap({ product: { product, tracks }, here, line }: Props) {
  const id = useId()
  const layout = layoutProductMap(tracks, here)
  if (!layout) return null
  const { height, ticks, hiddenCount } = layout
  return (
    <figure className="mb-8">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        height={height}
        className="block w-full text-xs print:[print-color-adjust:exact]"
      >
        <title id={`${id}-title`}>{`Map of ${product}`}</title>
        <desc id={`${id}-desc`}>{layout.tracks.map(describeTrack).join(' ')}</desc>
        <TickLines ticks={ticks} />
        <TickLabels ticks={ticks} />
        {layout.tracks.map((track) => (
          <ProductMapTrack
            key={track.series.line}
            track={track}
            weight={line === undefined ? 'plain' : track.series.line === line ? 'strong' : 'faint'}
          />
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-muted">
        Diamonds are releases, circles are updates, an upright bar ends a series.
        {hiddenCount > 0 && ` ${formatCount(hiddenCount, 'earlier release')} left out.`}
        <details className="mt-1">
          <summary className="min-h-6 w-fit">Show the map as a table</summary>
          <ProductMapTable product={product} tracks={tracks} line={line} />
        </details>
      </figcaption>
    </figure>
  )
}

function describeTrack({ series: { shortName, release }, line }: ProductTrack): string {
  const released = release.released ? `, released ${dateInWords(release.released)}` : ''
  const updates = line?.updates ?? []
  const last = updates.at(-1)?.released
  return `${shortName}${released}, ${formatCount(updates.length, 'update')}${last ? ` until ${dateInWords(last)}` : ''}.`
}
