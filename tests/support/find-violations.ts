import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
/** 320 pixels are a page of 1280 at 400 percent, which WCAG asks for. 390 is a phone, 1024 a tablet or a small window. */
const WIDTHS = [320, 390, 1024]

/** Lists what breaks WCAG 2.2 AA on the page as it stands: each rule with the elements. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Lists what breaks WCAG 2.2 AA on a desktop and on a phone, light and dark, and the widths that the page exceeds. */
export async function findFaultsOnScreens(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const viewport of SCREENS) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const violation of await findViolations(page)) found.push(`${viewport.width} ${colorScheme} ${violation}`)
    }
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const needed = await page.evaluate(() => document.documentElement.scrollWidth)
    if (needed > width) found.push(`${needed} pixels wide on a screen of ${width}`)
  }
  return found
}
