import { type APIRequestContext, expect, test } from '@playwright/test'
import { parseXml, type XmlElement } from '@rgrove/parse-xml'

async function read(request: APIRequestContext, path: string): Promise<XmlElement> {
  const response = await request.get(path)
  expect(response.status(), path).toBe(200)
  const { root } = parseXml(await response.text())
  if (root === null) throw new Error(`${path} is empty.`)
  return root
}

function textsOf(root: XmlElement, name: string): string[] {
  return root.children.flatMap((child) =>
    child.type === 'element' && 'name' in child
      ? child.name === name
        ? [(child as XmlElement).text]
        : textsOf(child as XmlElement, name)
      : [],
  )
}

test('the sitemap leads to every article, each of which answers', async ({ request, baseURL }) => {
  const parts = textsOf(await read(request, '/sitemap.xml'), 'loc')
  const urls: string[] = []
  for (const part of parts) urls.push(...textsOf(await read(request, new URL(part).pathname), 'loc'))
  expect(new Set(urls).size).toBe(urls.length)
  const { articleCount } = await (await request.get('/readyz')).json()
  expect(urls.filter((url) => /\/kb\/\d+$/.test(url))).toHaveLength(articleCount)
  for (const url of urls) {
    expect(url.startsWith(`${baseURL}/`), url).toBe(true)
    expect((await request.get(new URL(url).pathname, { maxRedirects: 0 })).status(), url).toBe(200)
  }
  expect((await request.get('/sitemaps/999.xml')).status()).toBe(404)
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
})

test('feeds of the collection, a product and a series are well-formed, and a feed of nothing is not there', async ({
  request,
}) => {
  for (const path of [
    '/feed.xml',
    '/products/exchange-server-2007/feed.xml',
    '/updates/exchange-server-2007-rtm-update-rollups/feed.xml',
  ]) {
    expect(textsOf(await read(request, path), 'title').length, path).toBeGreaterThan(1)
    const { etag = '' } = (await request.get(path)).headers()
    expect((await request.get(path, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  }
  const series = await read(request, '/updates/exchange-server-2007-rtm-update-rollups/feed.xml')
  expect(textsOf(series, 'title').join('\n')).toContain('KB940006 has been replaced by KB941421')
  for (const path of ['/products/none/feed.xml', '/updates/none/feed.xml'])
    expect((await request.get(path)).status()).toBe(404)
})

test('llms.txt is small, says that articles are replaced, and its links answer', async ({ request, baseURL }) => {
  const text = await (await request.get('/llms.txt')).text()
  expect(text.length).toBeLessThan(10_000)
  expect(text).toContain('Superseded')
  for (const [, url = ''] of text.matchAll(/\]\((\S+?)\)/g)) {
    expect((await request.get(url.replace(baseURL ?? '', ''))).status(), url).toBe(200)
  }
})

test('the picture of an article is a PNG that its page names, and says what replaces it in the data of the page', async ({
  page,
  request,
}) => {
  await page.goto('/kb/940006')
  const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  const picture = await request.get(new URL(address).pathname)
  expect(picture.headers()['content-type']).toBe('image/png')
  expect([...(await picture.body()).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect((await request.get('/share/219377.png')).status()).toBe(404)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data['dcterms:isReplacedBy'].map((one: { '@id': string }) => new URL(one['@id']).pathname)).toContain(
    '/kb/941421',
  )
  expect(data.isBasedOn).toMatch(/^https?:\/\//)
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute('href', '/feed.xml')
})
