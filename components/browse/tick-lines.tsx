import type { Tick } from './time-scale'

/** The marks of a time scale, from the top of a drawing to its bottom. */
export function TickLines({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ x, label }) => (
    <line key={label} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" className="stroke-line" />
  ))
}

export function TickLabels({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ x, label }) => (
    <text key={label} x={`${x}%`} y={11} textAnchor="middle" className="fill-muted text-2xs font-normal">
      {label}
    </text>
  ))
}
