import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatKbNumber, isKbNumber, parseKbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const SPELLINGS: readonly [string, number | undefined][] = [
  ['940006', 940006],
  [' 940006\t', 940006],
  ['KB940006', 940006],
  ['kb940006', 940006],
  ['Kb 940006', 940006],
  ['KB-940006', 940006],
  ['KB: 940006', 940006],
  ['KB#940006', 940006],
  ['KB\u00a0940006', 940006],
  ['Q156091', 156091],
  ['q156091', 156091],
  ['q0156091', 156091],
  ['Q 156091', 156091],
  ['(KB940006)', 940006],
  ['(940006)', 940006],
  ['ARTICLE-ID: Q156091', 156091],
  ['Article ID: 940006', 940006],
  ['PSS ID Number: 115389', 115389],
  ['９４０００６', 940006],
  ['ＫＢ９４０００６', 940006],
  ['0000940006', 940006],
  ['KB00000000000001', 1],
  ['1', 1],
  ['9999999', 9999999],
  ['10000000', undefined],
  ['99999999999999999999', undefined],
  ['0', undefined],
  ['0000000', undefined],
  ['KB0', undefined],
  ['', undefined],
  ['   ', undefined],
  ['KB', undefined],
  ['Q', undefined],
  ['KBKB940006', undefined],
  ['KBQ940006', undefined],
  ['XQ940006', undefined],
  ['940006a', undefined],
  ['940 006', undefined],
  ['940,006', undefined],
  ['940006.5', undefined],
  ['-940006', undefined],
  ['+940006', undefined],
  ['0x80070643', undefined],
  ['9e5', undefined],
  ['940006\n940007', undefined],
  ['940006 940007', undefined],
  ['٩٤٠٠٠٦', undefined],
  ['constructor', undefined],
  ['\u0000940006', undefined],
  [`${'0'.repeat(41)}1`, undefined],
  ['9'.repeat(100_000), undefined],
  [`KB${' '.repeat(100_000)}1`, undefined],
]

for (const [text, expected] of SPELLINGS) {
  test(`${JSON.stringify(text.slice(0, 60))} spells ${expected ?? 'no number'}`, () => {
    assert.equal(parseKbNumber(text), expected)
  })
}

test('only an integer from 1 to 9,999,999 can name an article', () => {
  const legal = [1, 940006, 9_999_999]
  const illegal = [
    0,
    -1,
    1.5,
    10_000_000,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '940006',
    null,
    undefined,
    {},
    [940006],
  ]
  for (const value of legal) assert.ok(isKbNumber(value), String(value))
  for (const value of illegal) assert.ok(!isKbNumber(value), String(value))
  assert.equal(toKbNumber(940006), 940006)
  assert.equal(toKbNumber(0.5), undefined)
})

test('a number is shown with KB before it, and its own spelling leads back to it', () => {
  assert.equal(formatKbNumber(kbNumberOf(940006)), 'KB940006')
  for (const value of [1, 219377, 9_999_999]) assert.equal(parseKbNumber(formatKbNumber(kbNumberOf(value))), value)
})
