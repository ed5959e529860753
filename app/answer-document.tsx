import type { ReactNode } from 'react'
import { ShellOfSite } from '@/app/site-shell'
import { Document, type DocumentFacts } from '@/components/layout/document'
import { getPageLabel, readAtOnce, site } from '@/lib/collection'
import { elementToHtml } from '@/lib/http/document/element-to-html'
import { pageAssets } from '@/lib/http/document/page-assets'
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
  readonly status?: 200 | 503
  readonly searchText?: string
  readonly content: ReactNode
}

/** The index may be replaced while a page is made; this often it is made again, so that all of it says the same. */
const MAX_ATTEMPTS = 3

/**
 * Answers with a whole page, made without the framework's renderers (docs/decisions/0045), or with what `make` answers in its place.
 */
export async function answerDocument(
  request: Request,
  path: string,
  make: (origin: string | undefined) => Promise<DocumentParts | Response>,
): Promise<Response> {
  try {
    return await makeDocument(request, path, make)
  } catch (error) {
    const id = request.headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID()
    console.error(`Fault ${id}:`, error)
    return faultPage(id)
  }
}

async function makeDocument(...[request, path, make]: Parameters<typeof answerDocument>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const label = getPageLabel()
    const origin = siteOrigin(request.headers.get('host'), site().origin)
    const parts = await make(origin)
    if (parts instanceof Response) return parts
    const { facts, file, isKept, status = 200, searchText, content } = parts
    const html = readAtOnce(() =>
      elementToHtml(
        <Document facts={facts} site={site()} origin={origin} assets={pageAssets()}>
          <ShellOfSite path={path} searchText={searchText}>
            {content}
          </ShellOfSite>
        </Document>,
      ),
    )
    const isOfOneIndex = label !== undefined && label === getPageLabel()
    if (!isOfOneIndex && attempt < MAX_ATTEMPTS) continue
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'x-kb-document': 'true' })
    if (isOfOneIndex && isKept && status === 200) headers.set('x-kb-index', encodeURIComponent(label))
    if (file !== undefined) headers.set('x-kb-file', encodeURIComponent(file))
    if (status === 503) headers.set('retry-after', String(SEARCH_AWAY.retrySeconds))
    return new Response(`<!DOCTYPE html>${html}`, { status, headers })
  }
}

/** Gives the parameters of an address; of several with one name the first. */
export function parametersOf({ url }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URL(url).searchParams].reverse())
}
