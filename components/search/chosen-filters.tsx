import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { withoutExcluded } from '@/lib/kb/search/search-words'
import { narrowedSearchUrl, searchUrl } from '@/lib/urls'
import { chosenLabel, FILTER_WORDS } from './filter-words'

interface Chosen {
  readonly name: string
  readonly label: string
  /** The URL of the search without it. */
  readonly url: string
}

/** Everything that narrows a search beyond its words, each with a link that removes it. */
export function ChosenFilters({ results }: { results: SearchResults }) {
  const chosen = listChosen(results)
  if (chosen.length === 0) return null
  return (
    <ul aria-label="Active filters" className="m-0 mb-5 flex list-none flex-wrap gap-2 p-0 text-sm">
      {chosen.map(({ name, label, url }) => (
        <li key={name} className="min-w-0">
          <a
            href={url}
            className="flex min-h-8 items-center gap-2 rounded-full border border-accent-line bg-accent-wash py-0.5 pl-3 pr-2.5 leading-snug text-ink quiet-link"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="sr-only">Remove filter: </span>
              <span className="text-muted">{name}</span> {label}
            </span>
            <svg
              viewBox="0 0 12 12"
              className="size-3 flex-none text-muted"
              stroke="currentColor"
              strokeWidth="1.6"
              aria-hidden="true"
            >
              <path d="m2.5 2.5 7 7m0-7-7 7" strokeLinecap="round" />
            </svg>
          </a>
        </li>
      ))}
    </ul>
  )
}

function listChosen(results: SearchResults): readonly Chosen[] {
  const { query } = results
  const chosen: Chosen[] = FILTER_NAMES.flatMap((name) => {
    const label = name === 'product' && query.isPinned ? undefined : chosenLabel(results, name)
    return label ? [{ name: FILTER_WORDS[name].name, label, url: narrowedSearchUrl(query, name) }] : []
  })
  if (query.excluded.length > 0) {
    const url = searchUrl({ ...query, text: withoutExcluded(query.text), page: 1 })
    chosen.push({ name: 'Excluding', label: query.excluded.join(', '), url })
  }
  if (query.isVerbatim) {
    chosen.push({ name: 'Exact', label: 'spelling', url: searchUrl({ ...query, isVerbatim: false, page: 1 }) })
  }
  return chosen
}
