import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'
import { step } from '../shared/progress.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runProcess } from '../shared/run-process.mjs'

export const PLAYWRIGHT = join(PROJECT_ROOT, 'node_modules', '@playwright', 'test', 'cli.js')

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
]
/** Give up on the download after this time. */
const DOWNLOAD_SECONDS = 240

/**
 * Finds a Chrome or Chromium for the tests and prints its path: the one in KB_BROWSER or CHROME_PATH, an installed one,
 * Playwright's download, or the distribution's package.
 */
export async function findBrowser() {
  for (const [source, find] of [
    ['from the environment', namedBrowser],
    ['installed on this computer', installedBrowser],
    ["Playwright's download", downloadedBrowser],
    ["Playwright's download", downloadBrowser],
    ["the distribution's package", installPackage],
  ]) {
    const path = await find()
    if (!path) continue
    console.log(`Browser: ${path} (${source})`)
    return path
  }
  throw new CommandError(
    'No Chrome or Chromium found, and none could be installed. Install one, or set KB_BROWSER to its path.',
  )
}

async function namedBrowser() {
  const path = process.env.KB_BROWSER || process.env.CHROME_PATH
  if (!path || (await runs(path))) return path
  throw new CommandError(`The browser "${path}" does not start. Fix KB_BROWSER or CHROME_PATH, or unset it.`)
}

async function installedBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  for (const path of [...onPath, ...PLACES]) {
    if (existsSync(path) && (await runs(path))) return path
  }
}

async function downloadedBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  if (existsSync(path) && (await runs(path))) return path
}

async function downloadBrowser() {
  await step('Downloading a browser (playwright install chromium)', () =>
    runProcess(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], {
      quiet: true,
      timeoutSeconds: DOWNLOAD_SECONDS,
    }),
  )
  return downloadedBrowser()
}

/** Works on Debian and Ubuntu as root, as in a container. */
async function installPackage() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await step('Installing a browser (apt-get install chromium)', async () => {
    await runProcess('apt-get', ['update'], { env, quiet: true })
    await runProcess('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true })
  })
  return installedBrowser()
}

/** A program may lack its libraries, or be a stub that only says how to install it. */
async function runs(path) {
  // On Windows, a browser that is asked for its version opens a window instead.
  if (process.platform === 'win32') return true
  const code = await runProcess(path, ['--version'], { quiet: true, timeoutSeconds: 30 }).catch((error) => {
    if (['ENOENT', 'EACCES'].includes(error.code)) return 1
    throw error
  })
  return code === 0
}
