import { stepThroughLists } from '@/browser/list-keys'
import { nodesOf } from '@/browser/to-element'
import { SEARCH_BOX_ID } from '@/components/search/search-form'
import { SearchResultsView } from '@/components/search/search-results-view'
import { copyAddress, relativeLink, SEARCH_FILE } from '@/lib/export/page-file'
import { searchCopy } from '@/lib/export/search/search-copy'
import { COLLECTION_NAME, type CollectionData } from '@/lib/export/search/search-files'
import { FILTER_NAMES } from '@/lib/kb/search/search-filters'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { articleUrl } from '@/lib/urls'
import { loadFiles } from './load-files'

// The search of a copy of the site: it shows what its server would, by the same components.
const query = parseSearchQuery(Object.fromEntries(new URLSearchParams(location.search)))
const main = document.querySelector('main')
if (main && (query.text !== '' || FILTER_NAMES.some((name) => query[name] !== undefined))) {
  fillSearchBox(query.text)
  search(main).catch((error) => {
    main.replaceChildren(`The search failed: ${error instanceof Error ? error.message : error} Copy the folder again.`)
    throw error
  })
}

async function search(main: Element): Promise<void> {
  const collection = (await loadFiles([COLLECTION_NAME])).get(COLLECTION_NAME) as CollectionData
  const results = await searchCopy(query, collection, loadFiles)
  if (results.exact && query.number !== undefined && !query.isList) {
    location.replace(linkTo(articleUrl(results.exact.number)) ?? '')
    return
  }
  if (query.text !== '') document.title = `${query.text} · Search`
  const shown = document.createElement('div')
  shown.append(...nodesOf(<SearchResultsView results={results} />))
  for (const link of shown.querySelectorAll('a')) {
    const target = linkTo(link.getAttribute('href') ?? '')
    if (target === undefined) link.replaceWith(...link.childNodes)
    else link.setAttribute('href', target)
  }
  main.replaceChildren(shown)
  stepThroughLists()
}

function fillSearchBox(text: string): void {
  const box = document.getElementById(SEARCH_BOX_ID)
  if (box instanceof HTMLInputElement) box.value = text
}

function linkTo(href: string): string | undefined {
  const target = copyAddress(href)
  return target && relativeLink(SEARCH_FILE, target)
}
