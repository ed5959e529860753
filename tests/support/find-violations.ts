import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

/** Lists what breaks WCAG 2.2 AA on the page as it stands: each rule with the elements. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Lists what breaks WCAG 2.2 AA on a desktop and on a phone, light and dark. */
export async function findViolationsOnScreens(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const viewport of SCREENS) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const violation of await findViolations(page)) found.push(`${viewport.width} ${colorScheme} ${violation}`)
    }
  }
  return found
}
