import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { parseSettings } from '@/server/settings.mjs'

const PROCESS = { isDevelopment: false, maxFiles: 1_000_000 }

for (const [name, value] of [
  ['KB_ORIGIN', 'kb.example'],
  ['KB_ORIGIN', 'https://kb.example/path'],
  ['KB_ORIGIN', 'javascript:alert(1)'],
  ['KB_TRUSTED_PROXIES', 'everybody'],
  ['KB_METRICS_PORT', '99999'],
  ['KB_MAX_ACTIVE', '0'],
  ['KB_MAX_WAITING', '-1'],
  ['KB_MAX_CONNECTIONS', '1e3'],
  ['KB_PAGE_CACHE_MB', '0'],
  ['KB_PAGE_STORE_MB', '-1'],
  ['KB_PAGES_AHEAD', 'no'],
] as const) {
  test(`${name}=${value} is refused in two sentences that name it`, () => {
    assert.throws(
      () => parseSettings({ [name]: value }, PROCESS),
      (error) => error instanceof CommandError && error.message.includes(name) && /\. .+\.$/.test(error.message),
    )
  })
}

test('an origin may end with a slash', () => {
  for (const origin of ['https://kb.example', 'https://kb.example/', 'http://[2001:db8::1]:8080']) {
    assert.ok(parseSettings({ KB_ORIGIN: origin }, PROCESS))
  }
})

test('connections leave files for everything else', () => {
  assert.equal(parseSettings({}, { ...PROCESS, maxFiles: 256 }).maxConnections, 78)
  assert.equal(parseSettings({}, PROCESS).maxConnections, 1000)
  assert.equal(parseSettings({}, { ...PROCESS, maxFiles: 10 }).maxConnections, 1)
})

test('development has no bound on work', () => {
  const settings = parseSettings({}, { ...PROCESS, isDevelopment: true })
  assert.deepEqual(
    [settings.maxActive, settings.maxWaiting, settings.maxPerClient],
    Array(3).fill(Number.POSITIVE_INFINITY),
  )
})

test('pages are kept on disk and made ahead unless that is turned off', () => {
  const { pageStore, makesPagesAhead } = parseSettings({}, PROCESS)
  assert.deepEqual([pageStore, makesPagesAhead], [{ folder: undefined, maxBytes: 1_000_000_000 }, true])
  const off = parseSettings({ KB_PAGE_STORE_MB: '0', KB_PAGES_AHEAD: 'off' }, PROCESS)
  assert.deepEqual([off.pageStore.maxBytes, off.makesPagesAhead], [0, false])
})
