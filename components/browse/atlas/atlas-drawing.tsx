import { formatCount } from '@/components/ui/count-text'
import type { Atlas } from '@/lib/kb/articles/atlas'
import { productUrl, productYearUrl, searchUrl, yearUrl } from '@/lib/urls'
import { type AtlasForm, darkness, layOutAtlas } from './atlas-layout'

interface Line {
  readonly name: string
  readonly url: string
  readonly counts: readonly number[]
  readonly most: number
  readonly cellUrl: (year: number) => string
}

/** A field of cells, each as dark as its number of articles. Keyboards and screen readers use the table instead. */
export function AtlasDrawing({ atlas, form, className }: { atlas: Atlas; form: AtlasForm; className: string }) {
  const { years } = atlas
  const lines = listLines(atlas)
  const layout = layOutAtlas(form, years.length, lines.length)
  const { width, height, cellWidth, cellHeight, columnAt, lineAt } = layout
  return (
    <div
      role="group"
      aria-label="Drawing of the atlas; the table below says the same"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll what has the focus.
      tabIndex={0}
      className={`overflow-x-auto ${className}`}
    >
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        fontSize="13"
        className="block max-w-none"
        aria-hidden="true"
      >
        {years.map((year, index) => (
          <text
            key={year}
            x={columnAt(index) + cellWidth / 2}
            y={layout.head - 9}
            textAnchor="middle"
            className="fill-muted tabular-nums"
          >
            {cellWidth < 34 ? `’${String(year).slice(-2)}` : year}
          </text>
        ))}
        {lines.map(({ name, url, counts, most, cellUrl }, row) => (
          <g key={url}>
            {/* Text of the page, which ends with three dots where it does not fit, whatever the font. */}
            <foreignObject x="0" y={lineAt(row)} width={form.names - 12} height={cellHeight}>
              <a
                href={url}
                tabIndex={-1}
                className={`block truncate text-right leading-6 no-underline hover:underline ${row === 0 ? 'text-muted' : 'text-ink'}`}
              >
                {name}
              </a>
            </foreignObject>
            {counts.map((count, index) => {
              const year = years[index] ?? 0
              const place = {
                x: columnAt(index),
                y: lineAt(row),
                width: cellWidth - 2,
                height: cellHeight - 2,
                rx: 3,
              }
              if (count === 0) return <rect key={year} {...place} className="fill-wash" />
              return (
                <a key={year} href={cellUrl(year)} tabIndex={-1}>
                  <rect
                    {...place}
                    fillOpacity={darkness(count, most)}
                    strokeWidth="1.5"
                    className={`stroke-transparent hover:stroke-ink ${row === 0 ? 'fill-muted' : 'fill-accent'}`}
                  >
                    <title>{`${name}, ${year}: ${formatCount(count, 'article')}`}</title>
                  </rect>
                </a>
              )
            })}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** All articles come first, on a scale of their own, which would wash out the products. */
function listLines({ totals, rows }: Atlas): readonly Line[] {
  const most = Math.max(0, ...rows.flatMap(({ counts }) => counts))
  return [
    { name: 'All articles', url: searchUrl({}), counts: totals, most: Math.max(0, ...totals), cellUrl: yearUrl },
    ...rows.map(({ product: { name, slug }, counts }) => ({
      name,
      url: productUrl(slug),
      counts,
      most,
      cellUrl: (year: number) => productYearUrl(slug, year),
    })),
  ]
}
