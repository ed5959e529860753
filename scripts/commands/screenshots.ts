import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '@/scripts/setup/find-browser.mjs'
import { requireFreePort } from '@/scripts/setup/require-free-port.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { runScript, startProcess } from '@/scripts/shared/run-process.mjs'
import { openPage } from '@/tests/support/open-page'

const PORT = 24516
const SITE = `http://127.0.0.1:${PORT}`
const FOLDER = 'docs/screenshots'
const PAGES = [
  { name: 'home', path: '/' },
  { name: 'article', path: '/kb/940006' },
  { name: 'preview', path: '/kb/930463', preview: 'KB940006' },
  { name: 'search', path: '/search?q=outlook+web+access' },
  { name: 'search-corrected', path: '/search?q=exchage+mailbx+servr' },
  { name: 'line', path: '/updates/exchange-server-2007-rtm-update-rollups' },
  {
    name: 'check',
    path: '/check',
    paste: await readFile('tests/fixtures/check/get-hotfix-two-servers/input.txt', 'utf8'),
  },
  { name: 'wanted', path: '/wanted' },
  { name: 'not-found', path: '/kb/999999', status: 404 },
] as const
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const THEMES = ['light', 'dark'] as const

// Takes the screenshots in docs/screenshots/: each page of the shipped articles, on each screen, in each theme.
await runCommand(async () => {
  await requireFreePort(PORT, '127.0.0.1')
  const executablePath = await findBrowser()
  const args = ['scripts/commands/start.mjs', '--content', 'content', '--port', String(PORT)]
  const server = startProcess(process.execPath, args)
  try {
    if (!(await server.untilAnswered(`${SITE}/healthz`))) {
      throw new CommandError(`The server did not start. Fix what its output names:\n${server.output()}`)
    }
    await mkdir(FOLDER, { recursive: true })
    const browser = await chromium.launch({ executablePath })
    try {
      for (const colorScheme of THEMES) await takeScreenshots(browser, colorScheme)
      await takeScreenshotOfCopy(browser)
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
})

async function takeScreenshots(browser: Browser, colorScheme: (typeof THEMES)[number]): Promise<void> {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const page = await browser.newPage({ baseURL: SITE, viewport, colorScheme, reducedMotion: 'reduce' })
    for (const kind of PAGES) {
      await openPage(page, kind)
      await page.waitForLoadState('networkidle')
      // A blinking cursor would make every run differ.
      await page.screenshot({ path: `${FOLDER}/${kind.name}-${screen}-${colorScheme}.png`, caret: 'hide' })
    }
    await page.close()
  }
}

/** The search of an exported copy, opened from the disk. */
async function takeScreenshotOfCopy(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-viewer-copy-'))
  try {
    const copy = join(folder, 'copy')
    const code = await runScript('scripts/commands/export.ts', ['--content', 'content', '--out', copy], { quiet: true })
    if (code !== 0) throw new CommandError('The copy could not be made. Fix what its output names.')
    const page = await browser.newPage({ viewport: SCREENS.desktop, reducedMotion: 'reduce' })
    await page.goto(`${pathToFileURL(join(copy, 'search.html'))}?q=outlook+web+access`)
    await page.locator('mark').first().waitFor()
    await page.screenshot({ path: `${FOLDER}/export-search-desktop-light.png`, caret: 'hide' })
    await page.close()
  } finally {
    await rm(folder, { recursive: true })
  }
}
