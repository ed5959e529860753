import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'
import { step } from '../shared/progress.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runProcess } from '../shared/run-process.mjs'

/** The program that runs the browser tests. */
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
/** A download that takes longer is one that does not come. */
const DOWNLOAD_SECONDS = 240

/**
 * Gives the path of a Chrome or Chromium for the tests and says which it is: the one that KB_BROWSER or CHROME_PATH
 * names, one that is installed, Playwright's own download, the package of the distribution.
 */
export async function findBrowser() {
  for (const [source, find] of [
    ['named by the environment', namedBrowser],
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
    'There is no Chrome or Chromium, and neither Playwright nor the package manager could install one. Install one, or name its program in KB_BROWSER.',
  )
}

async function namedBrowser() {
  const path = process.env.KB_BROWSER || process.env.CHROME_PATH
  if (!path || (await runs(path))) return path
  throw new CommandError(`The browser "${path}" does not start. Correct KB_BROWSER or CHROME_PATH, or unset it.`)
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

/** A fresh Debian or Ubuntu, as in a container, where the account may install packages. */
async function installPackage() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await step('Installing a browser (apt-get install chromium)', async () => {
    await runProcess('apt-get', ['update'], { env, quiet: true })
    await runProcess('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true })
  })
  return installedBrowser()
}

/** A program may be there and lack its libraries, or be a stub that only says how to install it. */
async function runs(path) {
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === 'win32') return true
  const code = await runProcess(path, ['--version'], { quiet: true, timeoutSeconds: 30 }).catch((error) => {
    if (['ENOENT', 'EACCES'].includes(error.code)) return 1
    throw error
  })
  return code === 0
}
