import { dateInWords } from '@/components/article/date-text'
import { formatCount } from '@/components/ui/count-text'
import type { MapTrack, Station } from './product-map-layout'

const WEIGHTS = {
  strong: { rail: 'stroke-ink', dot: 'stroke-ink', name: 'fill-ink' },
  plain: { rail: 'stroke-edge', dot: 'stroke-edge', name: 'fill-ink' },
  faint: { rail: 'stroke-line', dot: 'stroke-edge', name: 'fill-muted' },
} as const
type Weight = keyof typeof WEIGHTS

/** Words begin at a place left of it and end at one right of it, so that they stay inside on a phone. */
const MIDDLE = 40

/** Draws a release, its updates and where they end. */
export function ProductMapTrack({ track, weight }: { track: MapTrack; weight: Weight }) {
  const { y, start, end, isEnded, stations, before, series } = track
  const newest = stations.findLast(({ update }) => update.state === 'latest')
  const { rail, dot, name } = WEIGHTS[weight]
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
      <line x1={`${start}%`} x2={`${end}%`} y1={y} y2={y} strokeWidth={weight === 'faint' ? 2 : 3} className={rail} />
      {isEnded && stations.length > 0 && (
        <line x1={`${end}%`} x2={`${end}%`} y1={y - 9} y2={y + 9} strokeWidth={2} className={rail} />
      )}
      <svg x={`${start}%`} y={y} className="overflow-visible">
        <title>{nameWithDate(series.release.name, series.release.released)}</title>
        <path d="M0-7 7 0 0 7-7 0Z" strokeWidth={2} className={`fill-paper ${dot}`} />
      </svg>
      {stations.map((station) => (
        <StationDot key={station.update.number} station={station} y={y} dot={dot} />
      ))}
      <text {...placeWords(start, end)} y={y - 13} className="fill-muted">
        <tspan dx={before && start <= MIDDLE ? 8 : 0} className={`font-semibold ${name}`}>
          {shorten(series.shortName)}
        </tspan>
        <tspan dx={8} className={newest && 'max-sm:hidden'}>
          {formatCount(track.line?.updates.length ?? 0, 'update')}
        </tspan>
        {newest && (
          <tspan dx={8} className="fill-green font-semibold">
            {`Latest: ${shorten(newest.label)}`}
          </tspan>
        )}
      </text>
    </g>
  )
}

function StationDot({ station: { x, update, label, isHere }, y, dot }: { station: Station; y: number; dot: string }) {
  const tone = update.state === 'latest' ? 'fill-green stroke-green' : `fill-paper ${dot}`
  return (
    <g>
      <title>{nameWithDate(label, update.released)}</title>
      <circle cx={`${x}%`} cy={y} r={3.5} strokeWidth={1.5} className={isHere ? 'fill-accent stroke-accent' : tone} />
      {isHere && (
        <>
          <circle cx={`${x}%`} cy={y} r={9} strokeWidth={2} className="stroke-accent" />
          <text
            {...placeWords(x, x)}
            y={y + 25}
            className="fill-accent stroke-paper stroke-[5px] font-semibold [paint-order:stroke] [stroke-linejoin:round]"
          >
            {`You are here: ${shorten(label)}`}
          </text>
        </>
      )}
    </g>
  )
}

function placeWords(start: number, end: number) {
  return start <= MIDDLE
    ? ({ x: `${start}%`, textAnchor: 'start' } as const)
    : ({ x: `${Math.max(end, 60)}%`, textAnchor: 'end' } as const)
}

function nameWithDate(name: string, released: string | undefined): string {
  return released ? `${name}, ${dateInWords(released)}` : name
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text
}
