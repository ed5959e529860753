import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { startPagesAhead } from '@/server/pages/pages-ahead.mjs'

/** A site that nobody asks for anything, with what was made of it so far. */
function startSite(t: TestContext, addresses: readonly string[]) {
  const site = { isBusy: false, hasRoom: true, version: 'one' as string | undefined, isFaulty: false }
  const made: string[] = []
  const faults: unknown[] = []
  const ahead = startPagesAhead({
    idleMs: () => (site.isBusy ? 0 : Number.POSITIVE_INFINITY),
    hasRoom: () => site.hasRoom,
    versionOf: () => site.version,
    listAddresses: async () => addresses,
    make: async (address) => {
      if (site.isFaulty) throw new Error('No process is there.')
      made.push(`${site.version} ${address}`)
      return true
    },
    onFault: (error) => faults.push(error),
    quietMs: 1,
    restMs: 1,
  })
  t.after(ahead.stop)
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await delay(1)
  }
  return { site, made, faults, ahead, until }
}

test('pages are made in the order of their addresses, once for each version', async (t) => {
  const { site, made, ahead, until } = startSite(t, ['/kb/2', '/kb/1'])
  await until(() => made.length === 2)
  await delay(20)
  assert.deepEqual(ahead.counts(), { pages_ahead: 2, pages_ahead_of: 2 })
  site.version = 'two'
  await until(() => made.length === 4)
  site.version = 'one'
  await delay(20)
  assert.deepEqual(made, ['one /kb/2', 'one /kb/1', 'two /kb/2', 'two /kb/1'])
})

test('nothing is made while somebody waits for an answer, and the rest when nobody does', async (t) => {
  const { site, made, until } = startSite(
    t,
    Array.from({ length: 1000 }, (_, at) => `/kb/${at}`),
  )
  await until(() => made.length > 10)
  site.isBusy = true
  const before = made.length
  await delay(20)
  assert.ok(made.length <= before + 1 && made.length < 1000)
  site.isBusy = false
  await until(() => made.length === 1000)
  assert.equal(new Set(made).size, 1000)
})

test('a new version ends the work for the old one', async (t) => {
  const { site, made, until } = startSite(
    t,
    Array.from({ length: 1000 }, (_, at) => `/kb/${at}`),
  )
  await until(() => made.length > 10)
  site.version = 'two'
  await until(() => made.includes('two /kb/999'))
  assert.ok(!made.includes('one /kb/999'))
  assert.ok(made.includes('two /kb/0'))
})

test('without room or without an index nothing is made', async (t) => {
  const full = startSite(t, ['/kb/1'])
  full.site.hasRoom = false
  const none = startSite(t, ['/kb/1'])
  none.site.version = undefined
  await delay(30)
  assert.deepEqual([full.made, none.made], [[], []])
})

test('after a fault it goes on later', async (t) => {
  const { site, made, faults, until } = startSite(t, ['/kb/1'])
  site.isFaulty = true
  await until(() => faults.length > 0)
  site.isFaulty = false
  await until(() => made.length === 1)
})
