interface Props {
  readonly page: number
  readonly pageCount: number
  readonly urlOf: (page: number) => string
}

const CELL = 'grid min-h-9 min-w-9 place-items-center rounded-lg px-2.5'

/** Links to the neighboring pages, the first and the last one. */
export function Pagination({ page, pageCount, urlOf }: Props) {
  if (pageCount < 2) return null
  return (
    <nav aria-label="Pages" className="mt-8 flex flex-wrap items-center gap-1 text-[0.9375rem] tabular-nums">
      {page > 1 && (
        <a href={urlOf(page - 1)} rel="prev" className={`${CELL} quiet-link`}>
          Previous
        </a>
      )}
      {listPages(page, pageCount).map((shown, index, all) => (
        <span key={shown} className="flex items-center">
          {index > 0 && shown - (all[index - 1] ?? 0) > 1 && <span className="px-1 text-muted">…</span>}
          {shown === page ? (
            <span aria-current="page" className={`${CELL} border border-line bg-wash font-semibold`}>
              {shown}
            </span>
          ) : (
            <a href={urlOf(shown)} aria-label={`Page ${shown}`} className={`${CELL} quiet-link`}>
              {shown}
            </a>
          )}
        </span>
      ))}
      {page < pageCount && (
        <a href={urlOf(page + 1)} rel="next" className={`${CELL} quiet-link`}>
          Next
        </a>
      )}
    </nav>
  )
}

function listPages(page: number, pageCount: number): readonly number[] {
  const pages = new Set([1, page - 1, page, page + 1, pageCount])
  return [...pages].filter((shown) => shown >= 1 && shown <= pageCount).sort((a, b) => a - b)
}
