import type { ReactNode } from 'react'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import type { SearchQuery } from '@/lib/kb/search/search-query'
import { withoutExcluded } from '@/lib/kb/search/search-words'
import { narrowedSearchUrl, searchUrl } from '@/lib/urls'
import { FILTER_WORDS } from './filter-words'
import { QuotedTexts } from './quoted-texts'

interface WiderSearch {
  readonly url: string
  readonly text: ReactNode
}

/** Lists searches that ask for less: each filter, exclusion and quotation taken away by itself. */
export function listWiderSearches(query: SearchQuery): WiderSearch[] {
  const { text, words, phrases, excluded, isVerbatim } = query
  const wider: WiderSearch[] = FILTER_NAMES.filter((name) => query[name] !== undefined).map((name) => ({
    url: narrowedSearchUrl(query, name),
    text: `the same search ${FILTER_WORDS[name].inAll}`,
  }))
  const add = (changes: Partial<SearchQuery>, label: ReactNode) =>
    wider.push({ url: searchUrl({ ...query, page: 1, ...changes }), text: label })
  if (wider.length > 1) {
    const bare = [...phrases.map((phrase) => `"${phrase}"`), ...words].join(' ')
    wider.push({ url: searchUrl({ text: bare }), text: 'the same words in all articles' })
  }
  if (excluded.length > 0) {
    add(
      { text: withoutExcluded(text) },
      <>
        the same search without excluding <QuotedTexts texts={excluded} />
      </>,
    )
  }
  if (phrases.length > 0) add({ text: text.replace(/["“”„]/g, '') }, 'the same words without quotation marks')
  if (isVerbatim) add({ isVerbatim: false }, 'the same search with spelling corrected')
  return wider
}
