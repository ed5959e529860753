import { expect } from '@playwright/test'
import { test } from '@/tests/support/quiet-test'

const FIX =
  'You receive NDR messages for some recipients when you send e-mail messages on an Exchange 2007-based server'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a reader finds KB940006 by its number, learns what replaced it, and follows a fix there and back', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByLabel('Search articles').fill('940006')
      await page.getByLabel('Search articles').press('Enter')
      await expect(page).toHaveURL('/kb/940006')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Description of Update Rollup 4 for Exchange Server 2007',
      )

      const notice = page.getByRole('region', { name: 'Supersedence' })
      await expect(notice.getByRole('link', { name: 'Update Rollup 5 (KB941421)' })).toHaveAttribute(
        'href',
        '/kb/941421',
      )
      await expect(notice.getByRole('link', { name: 'Update Rollup 7 (KB953469)' })).toHaveAttribute(
        'href',
        '/kb/953469',
      )

      await page.getByRole('article').getByRole('link', { name: FIX }).click()
      await expect(page).toHaveURL('/kb/930463')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(FIX)
      await page
        .getByRole('region', { name: 'Fixed in' })
        .getByRole('link', { name: /940006/ })
        .click()
      await expect(page).toHaveURL('/kb/940006')

      await page.getByRole('link', { name: 'Back to top' }).last().focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    })

    test('/kb/KB940006/ ends at /kb/940006 after one redirect', async ({ page }) => {
      const response = await page.goto('/kb/KB940006/')
      expect(response?.status()).toBe(200)
      expect(new URL(response?.url() ?? '').pathname).toBe('/kb/940006')
      const before = response?.request().redirectedFrom()
      expect(new URL(before?.url() ?? '').pathname).toBe('/kb/KB940006/')
      expect(before?.redirectedFrom()).toBeNull()
    })

    test('/kb/999999 is a 404 that helps', async ({ page }) => {
      const response = await page.goto('/kb/999999')
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('KB999999')
      await expect(page.getByRole('main')).toContainText('not in this collection')
      await expect(page.getByLabel('Search articles').first()).toBeVisible()
      await expect(page.getByRole('main').getByRole('link', { name: /Search this collection/ })).toBeVisible()
    })
  })
}

test('KB940006 has its eleven fixes, its three event-log entries with data and its two ways around the issue', async ({
  page,
}) => {
  await page.goto('/kb/940006')
  const fixes = page.getByRole('article').getByRole('list').filter({ hasText: '930463' }).getByRole('link')
  await expect(fixes).toHaveCount(11)
  const events = page.getByRole('figure')
  await expect(events).toHaveText([/11306/, /1023/, /11729/])
  await expect(events.nth(1).getByRole('group', { name: 'Data' })).toContainText(/0050: 30 33/)
  for (const number of [946138, 937052, 937194, 824684]) {
    await expect(page.getByRole('article').locator(`a[href="/kb/${number}"]`).first()).toBeVisible()
  }
})
