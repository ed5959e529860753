import { dateInWords } from '@/components/article/date-text'
import { formatCount } from '@/components/ui/count-text'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { MapTrack, Station } from './product-map-layout'

/** Draws a release, its updates and where they end. */
export function ProductMapTrack({ track, isFaint }: { track: MapTrack; isFaint: boolean }) {
  const { y, start, end, isEnded, stations, before, series } = track
  const newest = stations.findLast(({ update }) => update.state === 'latest')
  const rail = isFaint ? 'stroke-line' : 'stroke-edge'
  return (
    <g fill="none">
      {before && <line x1={`${start}%`} x2={`${start}%`} y1={before.y} y2={y} strokeDasharray="2 3" className={rail} />}
      {before && before.end < start && (
        <line
          x1={`${before.end}%`}
          x2={`${start}%`}
          y1={before.y}
          y2={before.y}
          strokeDasharray="2 3"
          className={rail}
        />
      )}
      <line x1={`${start}%`} x2={`${end}%`} y1={y} y2={y} strokeWidth={isFaint ? 2 : 3} className={rail} />
      {isEnded && stations.length > 0 && (
        <line x1={`${end}%`} x2={`${end}%`} y1={y - 9} y2={y + 9} strokeWidth={2} className={rail} />
      )}
      <svg x={`${start}%`} y={y} className="overflow-visible">
        <title>{nameWithDate(series.release.name, series.release.released)}</title>
        <path
          d="M0-7 7 0 0 7-7 0Z"
          strokeWidth={2}
          className={`fill-paper ${isFaint ? 'stroke-edge' : 'stroke-ink'}`}
        />
      </svg>
      {stations.map((station) => (
        <StationDot key={station.update.number} station={station} y={y} isFaint={isFaint} />
      ))}
      <text {...placeWords(start, end)} y={y - 13} className="fill-muted">
        <tspan className={`font-semibold ${isFaint ? '' : 'fill-ink'}`}>{shorten(series.shortName)}</tspan>
        <tspan dx={8}>{formatCount(track.line?.updates.length ?? 0, 'update')}</tspan>
        {newest && (
          <tspan dx={8} className="fill-green font-semibold">
            {`Latest: ${shorten(nameOf(newest.update))}`}
          </tspan>
        )}
      </text>
    </g>
  )
}

function StationDot({ station: { x, update, isHere }, y, isFaint }: { station: Station; y: number; isFaint: boolean }) {
  const tone =
    update.state === 'latest' ? 'fill-green stroke-green' : `fill-paper ${isFaint ? 'stroke-line' : 'stroke-edge'}`
  return (
    <g>
      <title>{nameWithDate(nameOf(update), update.released)}</title>
      <circle cx={`${x}%`} cy={y} r={4} strokeWidth={2} className={isHere ? 'fill-accent stroke-accent' : tone} />
      {isHere && (
        <>
          <circle cx={`${x}%`} cy={y} r={9} strokeWidth={2} className="stroke-accent" />
          <text {...placeWords(x, x)} y={y + 25} className="fill-accent font-semibold">
            {`You are here: ${shorten(nameOf(update))}`}
          </text>
        </>
      )}
    </g>
  )
}

/** Words begin at a place in the left half and end at one in the right, so that they stay inside. */
function placeWords(start: number, end: number) {
  return start <= 50
    ? ({ x: `${start}%`, textAnchor: 'start' } as const)
    : ({ x: `${Math.max(end, 60)}%`, textAnchor: 'end' } as const)
}

function nameOf({ shortTitle, number }: ArticleSummary): string {
  return shortTitle ?? formatKbNumber(number)
}

function nameWithDate(name: string, released: string | undefined): string {
  return released ? `${name}, ${dateInWords(released)}` : name
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text
}
