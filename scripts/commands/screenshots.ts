import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '@/scripts/setup/find-browser.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { openPage } from '@/tests/support/open-page'

const PORT = 34516
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

// Takes the pictures of docs/screenshots/ from the articles that ship: each page on each screen in each theme.
await runCommand(async () => {
  const executablePath = await findBrowser()
  const server = spawn(
    process.execPath,
    ['scripts/commands/start.mjs', '--content', 'content', '--port', String(PORT)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(server, 'close')
  try {
    await Promise.race([untilServing(server.stdout), ended.then(refuse)])
    await mkdir(FOLDER, { recursive: true })
    const browser = await chromium.launch({ executablePath })
    try {
      for (const colorScheme of THEMES) await takeScreenshots(browser, colorScheme)
    } finally {
      await browser.close()
    }
  } finally {
    server.kill()
    await ended
  }
})

async function takeScreenshots(browser: Browser, colorScheme: (typeof THEMES)[number]): Promise<void> {
  const baseURL = `http://127.0.0.1:${PORT}`
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const page = await browser.newPage({ baseURL, viewport, colorScheme, reducedMotion: 'reduce' })
    for (const kind of PAGES) {
      await openPage(page, kind)
      await page.waitForLoadState('networkidle')
      // A cursor that blinks would make each run differ.
      await page.screenshot({ path: `${FOLDER}/${kind.name}-${screen}-${colorScheme}.png`, caret: 'hide' })
    }
    await page.close()
  }
}

function untilServing(output: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    output.on('data', (text) => String(text).includes(`:${PORT}`) && resolve())
  })
}

function refuse(): never {
  throw new CommandError('The server did not start. Read its message above and correct what it names.')
}
