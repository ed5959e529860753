import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatKbNumber, isKbNumber, parseKbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { piecesOf } from '@/tests/support/pieces'

/** Each number with its spellings, and what spells none. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  940006: [
    '940006¦ 940006\t¦KB940006¦kb940006¦Kb 940006¦KB-940006¦KB: 940006¦KB#940006¦KB\u00a0940006',
    '(KB940006)¦(940006)¦Article ID: 940006¦９４０００６¦ＫＢ９４０００６¦0000940006',
  ],
  156091: ['Q156091¦q156091¦q0156091¦Q 156091¦ARTICLE-ID: Q156091'],
  115389: ['PSS ID Number: 115389'],
  1: ['KB00000000000001¦1'],
  9999999: ['9999999'],
  none: [
    '10000000¦99999999999999999999¦0¦0000000¦KB0¦¦   ¦KB¦Q¦KBKB940006¦KBQ940006¦XQ940006¦940006a¦940 006',
    '940,006¦940006.5¦-940006¦+940006¦0x80070643¦9e5¦940006\n940007¦940006 940007¦٩٤٠٠٠٦¦constructor',
    '\u0000940006',
    `${'0'.repeat(41)}1`,
    '9'.repeat(100_000),
    `KB${' '.repeat(100_000)}1`,
  ],
}

for (const [key, lists] of Object.entries(SPELLINGS)) {
  const expected = Number(key) || undefined
  for (const text of lists.flatMap(piecesOf)) {
    test(`${JSON.stringify(text.slice(0, 60))} spells ${expected ?? 'no number'}`, () => {
      assert.equal(parseKbNumber(text), expected)
    })
  }
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
