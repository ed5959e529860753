import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Two ports side by side, below those that systems give to outgoing connections. */
const PORT = Number(process.env.KB_TEST_PORT || 24517)
const CONTENT = { fixtures: resolve('tests/fixtures/content'), shipped: resolve('content') }

// A test sees when a page is made. Servers of single tests inherit it.
process.env.KB_PAGES_AHEAD ||= 'off'

/** The production build, once with the fixture corpus and once with the articles that ship. Run it with `npm run test:e2e`. */
export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only the second time is reported as flaky; one slow moment of a busy machine does not fail the run.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  workers: 2,
  // Generous, since other work may slow the machine down: a test waits for what it looks at, never for time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.KB_BROWSER || undefined },
  },
  projects: [
    { name: 'fixtures', testMatch: 'fixtures/*.spec.ts', use: { baseURL: `http://127.0.0.1:${PORT}` } },
    { name: 'shipped', testMatch: 'shipped/*.spec.ts', use: { baseURL: `http://127.0.0.1:${PORT + 1}` } },
  ],
  webServer: [
    { ...serve(CONTENT.fixtures, PORT), name: 'fixtures' },
    { ...serve(CONTENT.shipped, PORT + 1), name: 'shipped' },
  ],
})

function serve(contentDir: string, port: number) {
  return {
    command: `node scripts/commands/start.mjs --content "${contentDir}" --port ${port}`,
    url: `http://127.0.0.1:${port}/healthz`,
    // The environment of the person who runs the tests must not lead the two servers to one index.
    env: { KB_INDEX: '' },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 6000 },
  }
}
