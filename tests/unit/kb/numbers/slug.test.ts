import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '@/lib/kb/numbers/slug'

const NAMES: readonly [string, string][] = [
  ['Exchange Server 2007', 'exchange-server-2007'],
  ['  Visual C++ .NET (2002) ', 'visual-c-net-2002'],
  ['C#', 'c'],
  ['Größe: café', 'gro-e-cafe'],
  ['ＳＱＬ Server', 'sql-server'],
  ['日本語', 'other'],
  ['---', 'other'],
  ['', 'other'],
  ['x'.repeat(300), 'x'.repeat(100)],
  [`${'x'.repeat(99)} y`, 'x'.repeat(99)],
  ['../../etc/passwd?x=1#y', 'etc-passwd-x-1-y'],
]

for (const [name, expected] of NAMES) {
  test(`${JSON.stringify(name.slice(0, 40))} stands in an address as ${expected.slice(0, 40)}`, () => {
    assert.equal(slugOf(name), expected)
  })
}
