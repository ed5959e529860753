import type { Facet } from '@/lib/kb/search-query'

interface Props {
  readonly title: string
  /** What the choice that undoes the others is called. */
  readonly all: string
  readonly facets: readonly Facet[]
  readonly chosen?: string
  /** The address of the search with this choice, or without any. */
  readonly urlOf: (value?: string) => string
}

const LINK = 'flex justify-between gap-3 py-1 quiet-link'

/** The choices that narrow a search in one respect, with what each would leave. */
export function FacetList({ title, all, facets, chosen, urlOf }: Props) {
  if (facets.length === 0) return null
  return (
    <section aria-label={title} className="mb-7">
      <h2 className="label mb-1.5">{title}</h2>
      <ul className="m-0 list-none p-0 text-sm">
        <li>
          <a
            href={urlOf()}
            aria-current={chosen ? undefined : 'true'}
            className={`${LINK} aria-[current]:font-semibold`}
          >
            {all}
          </a>
        </li>
        {facets.map(({ value, label, count }) => (
          <li key={value}>
            <a
              href={urlOf(value)}
              aria-current={value === chosen ? 'true' : undefined}
              className={`${LINK} aria-[current]:font-semibold`}
            >
              <span className="min-w-0">{label}</span>
              <span className="tabular-nums text-muted">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
