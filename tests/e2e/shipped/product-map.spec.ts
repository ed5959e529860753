import { expect } from '@playwright/test'
import { test } from '@/tests/support/quiet-test'

const NEWER = 'Newer for Exchange Server 2007: SP3 Update Rollup 23 (KB4011325), March 21, 2017. It needs SP3 first.'

test.use({ javaScriptEnabled: false })

for (const path of ['/updates', '/updates/exchange-server-2007-sp1-update-rollups']) {
  test(`${path} draws the four series of the product, and a table says the same`, async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(path)
      const map = page.getByRole('img', { name: 'Map of Exchange Server 2007' })
      await expect(map).toHaveAccessibleDescription(
        /^RTM, released March 8, 2007, 7 updates until July 8, 2008\. SP1, .* SP2, .* SP3, .* until March 21, 2017\.$/,
      )
      const box = await map.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    }
    await expect(page.getByText(NEWER)).toHaveCount(1)
    await page.getByText('Show the map as a table').click()
    const rows = page.getByRole('table', { name: 'Releases of Exchange Server 2007' }).getByRole('row')
    await expect(rows).toHaveCount(5)
    await expect(rows.last()).toHaveText(/SP3.*8\.3\.83\.6.*June 7, 2010.*Update Rollup 23/)
  })
}

test('only the latest update of the product is green', async ({ page }) => {
  for (const path of ['/', '/updates']) {
    await page.goto(path)
    await expect(page.getByText('Latest:', { exact: true })).toHaveCount(1)
    for (const name of ['RTM', 'SP1', 'SP2']) {
      await expect(page.getByText(`Last rollup for ${name}:`)).toBeVisible()
    }
  }
  await page.goto('/updates/exchange-server-2007-sp1-update-rollups')
  await expect(page.getByRole('region', { name: 'Newest update' })).toHaveText(
    `Last rollup for SP1: Update Rollup 10 (KB981407), April 13, 2010${NEWER}`,
  )
})
