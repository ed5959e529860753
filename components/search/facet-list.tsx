import { CountText } from '@/components/ui/count-text'
import type { LabeledFacet } from '@/lib/kb/search/search-query'

interface Props {
  readonly title: string
  /** The words for no choice. */
  readonly all: string
  readonly facets: readonly LabeledFacet[]
  readonly chosen?: string
  /** The URL of the search with this choice, or with none. */
  readonly urlOf: (value?: string) => string
}

/** A longer list folds after this many choices. */
const MAX_SHOWN = 8
const LINK = 'flex justify-between gap-3 py-1 quiet-link aria-[current]:font-semibold aria-[current]:text-ink'
const LIST = 'm-0 list-none p-0 text-sm'

/** The choices of one filter, each with how many articles it would leave. */
export function FacetList({ title, all, facets, chosen, urlOf }: Props) {
  if (facets.length === 0) return null
  // A fold of a single choice would take the same room.
  const shown = facets.length > MAX_SHOWN + 1 ? facets.slice(0, MAX_SHOWN) : facets
  const rest = facets.slice(shown.length)
  const items = (choices: readonly LabeledFacet[]) =>
    choices.map(({ value, label, count }) => (
      <li key={value}>
        <a href={urlOf(value)} aria-current={value === chosen ? 'true' : undefined} className={LINK}>
          <span className="min-w-0">{label}</span>
          <span className="font-normal text-muted">
            <CountText count={count} />
          </span>
        </a>
      </li>
    ))
  return (
    <section aria-label={title} className="mb-7">
      <h2 className="label mb-1.5">{title}</h2>
      <ul className={LIST}>
        <li>
          <a href={urlOf()} aria-current={chosen === undefined ? 'true' : undefined} className={LINK}>
            {all}
          </a>
        </li>
        {items(shown)}
      </ul>
      {rest.length > 0 && (
        <details className="text-sm" open={rest.some(({ value }) => value === chosen)}>
          <summary className="py-1 text-muted">{rest.length} more</summary>
          <ul className={LIST}>{items(rest)}</ul>
        </details>
      )}
    </section>
  )
}
