import { expect } from '@playwright/test'
import { test } from '@/tests/support/quiet-test'

const RELEASE = '/releases/exchange-server-2007-service-pack-1'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a problem names its update, what is derived from it, and a release that leads to all its problems', async ({
      page,
    }) => {
      await page.goto('/kb/930463')
      const fixedIn = page.getByRole('region', { name: 'Fixed in' })
      await expect(fixedIn).toContainText('KB940006 Update Rollup 4')
      await expect(fixedIn).toContainText('Also in Update Rollup 5 and later.')
      await fixedIn.getByRole('link', { name: 'Exchange Server 2007 Service Pack 1' }).click()
      await expect(page).toHaveURL(RELEASE)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exchange Server 2007 Service Pack 1')
      await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(11)
      await page.getByRole('link', { name: 'All releases' }).click()
      await expect(page.getByRole('link', { name: 'Service Pack 1 of Exchange Server 2007' })).toHaveAttribute(
        'href',
        RELEASE,
      )
    })

    test('a release that no article names is not found', async ({ page, request }) => {
      for (const slug of ['exchange-server-2007-service-pack-3', 'nowhere', '%2e%2e%2fkb']) {
        expect((await request.get(`/releases/${slug}`)).status()).toBe(404)
      }
      await page.goto('/releases/nowhere')
      await expect(page.getByRole('main')).toBeVisible()
    })
  })
}

test('the chain of an update is JSON, each edge with its words and state', async ({ request }) => {
  const ledger = await (await request.get('/api/v1/articles/KB940006/relations')).json()
  expect(ledger).toMatchObject({ number: 940006, url: '/kb/940006', state: 'superseded', chainCut: 0 })
  expect(ledger.chain.map(({ number }: { number: number }) => number)).toEqual([940006, 941421, 942846, 953469])
  expect(ledger.currentArticle.number).toBe(953469)
  expect(ledger.edges).toContainEqual(
    expect.objectContaining({
      kind: 'supersedes',
      to: 940006,
      statedBy: 940006,
      state: 'replaced-by-unknown',
      isQuote: true,
      sentence: 'Update Rollup 4 for Exchange Server 2007 has been replaced by a later update rollup.',
    }),
  )
  expect(ledger.edges).toContainEqual(expect.objectContaining({ kind: 'fixes', from: 940006, to: 930463 }))
  for (const [path, status] of [
    ['/api/v1/articles/123456789/relations', 400],
    ['/api/v1/articles/219377/relations', 404],
  ] as const) {
    const response = await request.get(path)
    expect(response.status()).toBe(status)
    expect(Object.keys(await response.json())).toEqual(['error'])
  }
})
