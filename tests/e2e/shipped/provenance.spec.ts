import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { listArticleFiles } from '@/lib/content/list-article-files'

const ORIGINAL = 940006
const RECONSTRUCTED = 'Reconstructed'

/** Lists of articles in which each row begins with the number of its article. */
const LISTS = [
  '/products/exchange-server-2007',
  '/products/exchange-server-2007?page=2',
  '/search?q=update+rollup',
  '/search?q=provenance%3Areconstructed',
  '/signatures/0x80070643',
]

async function listNumbers(): Promise<number[]> {
  const files = await listArticleFiles('content')
  return files.map(({ path }) => Number(/^number: (\d+)$/m.exec(readFileSync(`content/${path}`, 'utf8'))?.[1]))
}

test('each of the 62 articles shows whose words it has: on its page, in its preview and in the API', async ({
  request,
}) => {
  const numbers = await listNumbers()
  expect(numbers).toHaveLength(62)
  for (const number of numbers) {
    const provenance = number === ORIGINAL ? 'original' : 'reconstructed'
    const page = await (await request.get(`/kb/${number}`)).text()
    expect(page.includes('the original text was not found'), `/kb/${number}`).toBe(number !== ORIGINAL)
    expect(/<meta name="description" content="Reconstructed\. /.test(page), `/kb/${number}`).toBe(number !== ORIGINAL)
    for (const path of [`/api/v1/articles/${number}`, `/api/v1/articles/${number}/preview`]) {
      expect(await (await request.get(path)).json(), path).toMatchObject({ provenance })
    }
  }
})

test('every result of a search has its provenance, and the filter keeps it', async ({ request }) => {
  for (const [provenance, count] of [
    ['original', 1],
    ['reconstructed', 61],
  ] as const) {
    const answer = await (await request.get(`/api/v1/search?q=&provenance=${provenance}`)).json()
    expect(answer.total).toBe(count)
    for (const result of answer.results) expect(result.provenance, `KB${result.number}`).toBe(provenance)
  }
})

for (const url of LISTS) {
  test(`every row of ${url} shows a reconstruction as one`, async ({ page }) => {
    await page.goto(url)
    const rows = page
      .getByRole('main')
      .locator('li')
      .filter({ has: page.locator('.kb-number') })
    await expect(rows.first()).toBeVisible()
    for (const row of await rows.all()) {
      const text = (await row.textContent()) ?? ''
      expect(text.includes(RECONSTRUCTED), text.slice(0, 80)).toBe(!text.startsWith(`KB${ORIGINAL}`))
    }
  })
}
