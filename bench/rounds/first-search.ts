import { chromium } from '@playwright/test'
import { findBrowser } from '@/scripts/setup/find-browser.mjs'

/** How a copy of the site answers a search in a browser that has nothing of it yet. */
export interface FirstSearch {
  /** From the click to the results on the page, in milliseconds. */
  readonly milliseconds: number
  /** The numbers of the articles that are shown first, best first. */
  readonly ids: readonly number[]
}

const MAX_IDS = 10

/** Opens `pathOf(text)` of a static host for each text, each time in a new browser context, and waits for links to articles. */
export async function measureFirstSearches(
  url: string,
  texts: readonly string[],
  pathOf: (text: string) => string,
): Promise<FirstSearch[]> {
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  try {
    const searches: FirstSearch[] = []
    for (const text of texts) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const began = performance.now()
      await page.goto(url + pathOf(text))
      const links = page.locator('main li h2 a, main [data-no-results], main ul li')
      await links.first().waitFor()
      const milliseconds = performance.now() - began
      const addresses = await page
        .locator('main li h2 a')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
      const ids = addresses.flatMap((address) => Number(/(\d+)\.html/.exec(address)?.[1] ?? Number.NaN) || [])
      searches.push({ milliseconds, ids: ids.slice(0, MAX_IDS) })
      await context.close()
    }
    return searches
  } finally {
    await browser.close()
  }
}
