import { formatCount } from '@/scripts/shared/progress.mjs'
import type { Scale } from './scale'

interface Curve {
  readonly title: string
  readonly unit: string
  readonly bar: number
  readonly measure: (scale: Scale) => number | undefined
}

/** The bars are those of a million articles. */
const CURVES: readonly Curve[] = [
  { title: 'Index build', unit: 's', bar: 1500, measure: ({ buildSeconds }) => buildSeconds },
  { title: 'Search, p95', unit: 'ms', bar: 80, measure: ({ search }) => search.p95 },
  { title: 'Article, p95', unit: 'ms', bar: 15, measure: ({ article }) => article.p95 },
  { title: 'Memory, reading', unit: 'MB', bar: 2500, measure: ({ readingBytes }) => readingBytes / 1e6 },
]
const SIZES = [10_000, 100_000, 1_000_000]
const [WIDTH, HEIGHT, LEFT, TOP, GAP] = [190, 150, 24, 34, 40]

/** Draws what was measured as curves over the number of articles, both on logarithmic axes, each with its bar as a dashed line. */
export function drawScales(scales: readonly Scale[]): string {
  const width = CURVES.length * (WIDTH + GAP) + LEFT
  const panels = CURVES.map((curve, place) => {
    const left = LEFT + place * (WIDTH + GAP)
    return `<g transform="translate(${left} ${TOP})">${drawCurve(curve, scales)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT + TOP + 34}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`
}

function drawCurve({ title, unit, bar, measure }: Curve, scales: readonly Scale[]): string {
  const measured = scales.flatMap((scale) => {
    const value = measure(scale)
    return value === undefined ? [] : [{ articles: scale.articles, value }]
  })
  const values = [bar, ...measured.map(({ value }) => value)]
  const across = axis(SIZES[0] ?? 1, SIZES.at(-1) ?? 1, 10, WIDTH - 10)
  const down = axis(Math.min(...values) / 2, Math.max(...values) * 1.5, HEIGHT, 0)
  const points = measured.map(({ articles, value }) => ({ x: across(articles), y: down(value), value }))
  return [
    `<text y="-14" font-weight="bold" fill="#111">${title}</text>`,
    `<path d="M0 0V${HEIGHT}H${WIDTH}" fill="none" stroke="#999"/>`,
    ...SIZES.map(
      (size) =>
        `<text x="${across(size)}" y="${HEIGHT + 16}" text-anchor="middle" fill="#555">${formatCount(size)}</text>`,
    ),
    `<path d="M0 ${down(bar)}H${WIDTH}" stroke="#b00" stroke-dasharray="4 3"/>`,
    `<text x="4" y="${down(bar) - 4}" fill="#b00">bar ${formatValue(bar)} ${unit}</text>`,
    `<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="#06c" stroke-width="2"/>`,
    ...points.map(
      ({ x, y, value }) =>
        `<circle cx="${x}" cy="${y}" r="3" fill="#06c"/><text x="${x}" y="${y + 16}" text-anchor="middle" fill="#036">${formatValue(value)} ${unit}</text>`,
    ),
  ].join('\n')
}

/** Gives the place of a value on a logarithmic axis. */
function axis(least: number, most: number, start: number, end: number): (value: number) => number {
  return (value) => Math.round((start + (Math.log(value / least) / Math.log(most / least)) * (end - start)) * 10) / 10
}

function formatValue(value: number): string {
  return value < 100 ? String(Math.round(value * 10) / 10) : formatCount(Math.round(value))
}
