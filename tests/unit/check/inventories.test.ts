import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'
import { readCases } from '@/tests/support/cases'

for (const { title, input, expected } of readCases('inventories')) {
  test(`${title}: its updates are read, and nothing else`, () => {
    const [, kind, listed, stated, entries] = /^(\S+?)(?: (\d+) of (\w+))?: ?(.*)$/.exec(expected) ?? []
    // The last is what wmic writes.
    for (const lineEnd of ['\n', '\r\n', '\r\r\n']) {
      const { inventories } = parsePaste(input.replaceAll('\n', lineEnd))
      const installed = inventories.flatMap((inventory) => inventory.updates)
      assert.deepEqual(new Set(inventories.map((inventory) => inventory.kind)), new Set([kind]))
      const updates = installed.map(({ number, host }) => (host ? `${number}@${host}` : String(number)))
      const others = inventories.flatMap(({ otherEntries }) => otherEntries)
      assert.equal([...updates, ...others].join(', '), entries)
      const counts = inventories.map(({ statedCount = 'unknown', listedCount }) => `${listedCount} of ${statedCount}`)
      if (listed !== undefined) assert.deepEqual(counts, [`${listed} of ${stated}`])
    }
  })
}

test('a number of an inventory is installed and not named as well', () => {
  const { inventories, named } = parsePaste('HotFixID=KB935490\nCaption=http://support.microsoft.com/?kbid=935490')
  assert.deepEqual([inventories.flatMap(({ updates }) => updates).length, named.length], [1, 0])
})

test('prose about hotfixes is no inventory', () => {
  for (const text of [
    'Did the hotfix KB935490 help?',
    'Step [01]: read the log',
    'I have 3 servers and 2 updates.',
    'HotFixID?',
  ]) {
    assert.deepEqual(parsePaste(text).inventories, [], text)
  }
})
