import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Suggestion } from '@/lib/kb/search/search-query'
import type { Site } from '@/lib/kb/site'
import { articleUrl, OPEN_SEARCH_URL, SEARCH_URL, SUGGEST_URL } from '@/lib/urls'
import { escapeXml } from './xml'

export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml'

/** Suggestions as an address bar reads them: the text, then titles, descriptions and URLs, in the same order. */
export type OpenSearchSuggestions = readonly [string, readonly string[], readonly string[], readonly string[]]

/** `text` must be exactly what was typed: a browser drops suggestions for any other text. */
export function suggestionsToOpenSearch(
  text: string,
  suggestions: readonly Suggestion[],
  origin: string,
): OpenSearchSuggestions {
  return [
    text,
    suggestions.map(({ title }) => title),
    suggestions.map(({ number }) => formatKbNumber(number)),
    suggestions.map(({ number }) => origin + articleUrl(number)),
  ]
}

/** Builds the description from which a browser learns to search the site at `origin`. */
export function openSearchDescription(origin: string, { shortName, logoUrl }: Site): string {
  const site = escapeXml(origin)
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(shortName)}</ShortName>
  <Description>Articles by number, error code or words</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image${logoUrl === undefined ? ' type="image/svg+xml"' : ''}>${site}${logoUrl ?? '/icon.svg'}</Image>
  <Url type="text/html" method="get" template="${site}${SEARCH_URL}?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" method="get" template="${site}${SUGGEST_URL}?q={searchTerms}&amp;format=opensearch"/>
  <Url type="${OPEN_SEARCH_TYPE}" rel="self" template="${site}${OPEN_SEARCH_URL}"/>
</OpenSearchDescription>
`
}
