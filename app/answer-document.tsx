import type { ReactNode } from 'react'
import { ShellOfSite } from '@/app/site-shell'
import { Document, type DocumentFacts } from '@/components/layout/document'
import { getPageLabel, readAtOnce, site } from '@/lib/collection'
import { elementToHtml } from '@/lib/http/document/element-to-html'
import { pageAssets } from '@/lib/http/document/page-assets'
import type { PageRequest, WrittenPage } from '@/lib/http/document/written-page'
import { faultPage } from '@/lib/http/fault-page'
import { REQUEST_ID_HEADER } from '@/lib/http/limits.mjs'
import { siteOrigin } from '@/lib/http/site-origin'
import { SEARCH_AWAY } from '@/lib/kb/search/search-unavailable'

/** What a page is made of. */
export interface DocumentParts {
  readonly facts: DocumentFacts
  /** The file of the article, as long as which is the same the server may keep the page. */
  readonly file?: string
  /** False for a page that depends on more than the index: the next reader may get another one. */
  readonly isKept: boolean
  readonly status?: 200 | 404 | 503
  readonly searchText?: string
  readonly content: ReactNode
}

/** How a page is made. */
export interface DocumentMaker<Found> {
  /** Asks what may have to wait for others, such as a cluster. */
  readonly find?: () => Promise<Found>
  /** Makes the page of it at once, as one read of the index. */
  readonly make: (origin: string | undefined, found: Found | undefined) => DocumentParts | Response
}

/** The index may be replaced while a page is made; this often it is made again, so that all of it says the same. */
const MAX_ATTEMPTS = 3

/** Writes a whole page without the framework's renderers (docs/decisions/0045), or gives what `make` answers in its place. */
export async function writeDocument<Found>(
  request: PageRequest,
  path: string,
  maker: DocumentMaker<Found>,
): Promise<WrittenPage | Response> {
  try {
    for (let attempt = 1; ; attempt++) {
      const label = getPageLabel()
      const found = await maker.find?.()
      const parts = readAtOnce(() => {
        const origin = siteOrigin(request.headers.get('host'), site().origin)
        const parts = maker.make(origin, found)
        return parts instanceof Response ? parts : { ...parts, html: toHtml(parts, path, origin) }
      })
      if (parts instanceof Response) return parts
      const isOfOneIndex = label !== undefined && label === getPageLabel()
      if (!isOfOneIndex && attempt < MAX_ATTEMPTS) continue
      const { status = 200, html } = parts
      return { status, headers: headersOf(parts, isOfOneIndex ? label : undefined), html }
    }
  } catch (error) {
    const id = request.headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID()
    console.error(`Fault ${id}:`, error)
    return faultPage(id)
  }
}

function toHtml({ facts, searchText, content }: DocumentParts, path: string, origin: string | undefined): string {
  const html = elementToHtml(
    <Document facts={facts} site={site()} origin={origin} assets={pageAssets()}>
      <ShellOfSite path={path} searchText={searchText}>
        {content}
      </ShellOfSite>
    </Document>,
  )
  return `<!DOCTYPE html>${html}`
}

/** The headers of a page, with what it says about itself to the server that keeps it. */
function headersOf({ file, isKept, status = 200 }: DocumentParts, label: string | undefined): WrittenPage['headers'] {
  return {
    'content-type': 'text/html; charset=utf-8',
    'x-kb-document': 'true',
    ...(label !== undefined && isKept && status === 200 && { 'x-kb-index': encodeURIComponent(label) }),
    ...(file !== undefined && { 'x-kb-file': encodeURIComponent(file) }),
    ...(status === 503 && { 'retry-after': String(SEARCH_AWAY.retrySeconds) }),
  }
}

/** Gives the parameters of an address; of several with one name the first. */
export function parametersOf({ url }: PageRequest): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URL(url).searchParams].reverse())
}
