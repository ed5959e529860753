import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CommandError } from '../shared/command-error.mjs'
import { PROJECT_ROOT } from '../shared/project-root.mjs'
import { runProcess } from '../shared/run-process.mjs'
import { buildPages } from './build-pages.mjs'
import { findBrowser, PLAYWRIGHT } from './find-browser.mjs'

/** Not in test-results/, which Playwright empties. */
const RESULTS = join(PROJECT_ROOT, '.cache', 'test-results')
const RUNNER = fileURLToPath(new URL('./run-test-files.mjs', import.meta.url))
const UNIT_TESTS = join(PROJECT_ROOT, '.cache', 'unit-tests.mjs')

/** Runs the unit tests in one process and gives how many passed, failed and were skipped. */
export async function runUnitTests() {
  console.log('\nUnit tests')
  const files = await listTestFiles('unit')
  await mkdir(RESULTS, { recursive: true })
  await writeFile(UNIT_TESTS, importAll(files))
  return runTestFiles('unit tests', [UNIT_TESTS])
}

/** Runs the tests that start or kill processes or flood a reader, each file in its own process, and gives the counts. */
export async function runStressTests() {
  console.log('\nStress tests')
  return runTestFiles('stress tests', await listTestFiles('stress'))
}

/** Runs the tests on a cluster that `prepareCluster` made possible, and gives the counts. */
export async function runClusterTests(env) {
  return runTestFiles('cluster tests', await listTestFiles('cluster'), env)
}

/** Node 20 runs each file in its own process, which costs more than the tests. So one file imports them all. */
function importAll(files) {
  const urls = files.map((file) => pathToFileURL(file).href)
  return `import { test } from 'node:test'

let start
const loaded = new Promise((resolve) => { start = resolve })
// Tests run one after the other. The first one holds up the others until every file is loaded.
test('every file is loaded', () => loaded)
for (const url of ${JSON.stringify(urls, null, 2)}) {
  await import(url).catch((error) => {
    test(\`\${url} can be loaded\`, () => Promise.reject(error))
  })
}
start()
`
}

/** Given a folder, Node 20 runs nothing and reports success. So the files are listed here. */
async function listTestFiles(tier) {
  const folder = join(PROJECT_ROOT, 'tests', tier)
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}

async function runTestFiles(what, files, env = {}) {
  const result = await resultFile(`${what}.json`)
  const code = await runProcess(process.execPath, ['--import', 'tsx', RUNNER, result, ...files], { env })
  return readCounts(what, code, async () => JSON.parse(await readFile(result, 'utf8')))
}

/** Builds the pages, finds a browser, runs the browser tests and gives how many passed, failed and were skipped. */
export async function runBrowserTests(args) {
  console.log('\nBrowser tests')
  const browser = await findBrowser()
  await buildPages()
  const result = await resultFile('browser.json')
  const code = await runProcess(process.execPath, [PLAYWRIGHT, 'test', '--reporter=list,json', ...args], {
    env: { KB_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: result },
  })
  return readCounts('browser tests', code, async () => {
    const { stats, errors } = JSON.parse(await readFile(result, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
  })
}

/** A runner that fails without a failed test is broken, and a run without tests shows nothing. */
async function readCounts(what, code, read) {
  const counts = await read().catch((error) => {
    if (error.code === 'ENOENT') return { passed: 0, failed: 0, skipped: 0 }
    throw error
  })
  const isBroken = code !== 0 && counts.failed === 0
  if (isBroken || counts.passed + counts.failed === 0) {
    throw new CommandError(`The ${what} did not run: exit code ${code}. See the output above.`)
  }
  console.log(`${what}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts
}

async function resultFile(name) {
  const path = join(RESULTS, name)
  await mkdir(RESULTS, { recursive: true })
  await rm(path, { force: true })
  return path
}
