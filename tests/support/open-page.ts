import { expect, type Page } from '@playwright/test'
import type { PageKind } from './page-kinds'

/** Leads the browser to an address and waits until the scripts of the page listen: the search box is a combobox then. */
export async function openLive(page: Page, path: string) {
  const response = await page.goto(path)
  await page.locator('input[role="combobox"]').first().waitFor({ state: 'attached' })
  return response
}

/** Leads the browser to the page and does there what the reader does. */
export async function openPage(page: Page, { path, status = 200, paste, preview }: PageKind): Promise<void> {
  const response = await openLive(page, path)
  expect(response?.status()).toBe(status)
  if (paste !== undefined) {
    await page.getByLabel('Server output').fill(paste)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.locator('#verdict')).toBeVisible()
  }
  if (preview !== undefined) {
    // Only a focus that came by keyboard shows a preview.
    await page.keyboard.press('Tab')
    await page.getByRole('article').getByRole('link', { name: preview }).first().focus()
    await expect(page.getByRole('tooltip')).toBeVisible()
  }
}
