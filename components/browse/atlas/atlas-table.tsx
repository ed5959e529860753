import { CountText, formatCount } from '@/components/ui/count-text'
import type { Atlas } from '@/lib/kb/articles/atlas'
import { productUrl, productYearUrl, yearUrl } from '@/lib/urls'

/** The atlas in figures, each with a link to its articles. */
export function AtlasTable({ atlas: { years, totals, rows } }: { atlas: Atlas }) {
  return (
    <section
      aria-label="Articles by product and year"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
      tabIndex={0}
      className="mt-3 overflow-x-auto"
    >
      <table className="w-full border-collapse text-sm tabular-nums [&_:is(td,th)]:border-b [&_:is(td,th)]:border-line [&_:is(td,th)]:px-2 [&_:is(td,th)]:py-1 [&_td]:text-right">
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Product
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className="text-right">
                {year}
              </th>
            ))}
            <th scope="col" className="text-right">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="text-left font-normal">
              All articles
            </th>
            {years.map((year, index) => (
              <td key={year}>
                <a
                  href={yearUrl(year)}
                  aria-label={`${year}: ${formatCount(totals[index] ?? 0, 'article')}`}
                  className="inline-block min-h-6 min-w-6 quiet-link"
                >
                  <CountText count={totals[index] ?? 0} />
                </a>
              </td>
            ))}
            <td />
          </tr>
          {rows.map(({ product, counts }) => (
            <tr key={product.slug}>
              <th scope="row" className="min-w-40 text-left font-normal">
                <a href={productUrl(product.slug)} className="inline-block min-h-6 quiet-link">
                  {product.name}
                </a>
              </th>
              {counts.map((count, index) => {
                const year = years[index] ?? 0
                return (
                  <td key={year}>
                    {count > 0 && (
                      <a
                        href={productYearUrl(product.slug, year)}
                        aria-label={`${product.name}, ${year}: ${formatCount(count, 'article')}`}
                        className="inline-block min-h-6 min-w-6 quiet-link"
                      >
                        <CountText count={count} />
                      </a>
                    )}
                  </td>
                )
              })}
              <td className="text-muted">
                <CountText count={product.articleCount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
