import { type APIRequestContext, expect } from '@playwright/test'
import { test } from '@/tests/support/quiet-test'

/** What one page is, as far as its links are concerned. */
interface Crawled {
  readonly status: number
  readonly text: string
  readonly ids: ReadonlySet<string>
}

test('every link from the start page leads to a page, or to the 404 page of a number that the collection lacks', async ({
  request,
  baseURL,
}) => {
  const pages = new Map<string, Crawled>()
  const links: { from: string; to: URL }[] = []
  const waiting = ['/']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue
    const page = await crawl(request, path)
    pages.set(path, page)
    for (const href of listLinks(page.text)) {
      const to = new URL(href, `${baseURL}${path}`)
      if (to.origin !== baseURL) continue
      links.push({ from: path, to })
      waiting.push(to.pathname + to.search)
    }
  }

  const faults = links.filter(({ to }) => {
    const page = pages.get(to.pathname + to.search)
    return page?.status !== 200 && !isPageOfMissingArticle(to.pathname, page)
  })
  expect(faults.map(({ from, to }) => `${from} -> ${to.pathname}${to.search}`)).toEqual([])

  const lostFragments = links.filter(({ to }) => {
    const page = pages.get(to.pathname + to.search)
    return to.hash !== '' && page && !page.ids.has(decodeURIComponent(to.hash.slice(1)))
  })
  expect(lostFragments.map(({ from, to }) => `${from} -> ${to.pathname}${to.hash}`)).toEqual([])

  const articles = [...pages].filter(([path, page]) => /^\/kb\/\d+$/.test(path) && page.status === 200)
  expect(articles.length).toBeGreaterThanOrEqual(62)
})

async function crawl(request: APIRequestContext, path: string): Promise<Crawled> {
  const response = await request.get(path, { maxRedirects: 0 })
  const text = await response.text()
  return {
    status: response.status(),
    text,
    ids: new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((id) => plainText(id[1]))),
  }
}

function listLinks(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((link) => plainText(link[1]))
}

function plainText(attribute = ''): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

function isPageOfMissingArticle(path: string, page: Crawled | undefined): boolean {
  return page?.status === 404 && /^\/kb\/\d+$/.test(path) && page.text.includes('not in this collection')
}
