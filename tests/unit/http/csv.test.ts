import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvResponse, jsonListResponse } from '@/lib/http/api-response'
import { formatCsvRow } from '@/lib/http/csv'

const CELLS: readonly (readonly [cell: string | number | undefined, expected: string])[] = [
  ['plain', 'plain'],
  ['', ''],
  [undefined, ''],
  [924, '924'],
  [-5, '-5'],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['Größe — 受信', 'Größe — 受信'],
  // What a spreadsheet would run.
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['\tx', "'\tx"],
  ['\r=1', '"\'\r=1"'],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://other-host.invalid","x")', '"\'=HYPERLINK(""http://other-host.invalid"",""x"")"'],
  ['=cmd|" /C calc"!A0', '"\'=cmd|"" /C calc""!A0"'],
  // What it would not.
  ['a=1', 'a=1'],
  ["'Net' Command", "'Net' Command"],
]

for (const [cell, expected] of CELLS) {
  test(`the cell ${JSON.stringify(cell)} becomes ${JSON.stringify(expected)}`, () => {
    assert.equal(formatCsvRow([cell]), `${expected}\r\n`)
  })
}

test('cells are parted by commas, and every row ends with a line break', async () => {
  const response = await csvResponse(
    [
      ['number', 'title'],
      [1, undefined],
    ],
    'a.csv',
  )
  assert.equal(await response.text(), 'number,title\r\n1,\r\n')
})

test('a long answer is whole, and lets others have their turn while it is made', async () => {
  const items = Array.from({ length: 1000 }, (_, number) => ({ number, state: 'no-replacement-known' }))
  let turns = 0
  const count = setInterval(() => turns++, 0)
  const waiting = function* () {
    for (const item of items) {
      const until = performance.now() + 0.1
      while (performance.now() < until);
      yield item
    }
  }
  const response = await jsonListResponse(waiting())
  clearInterval(count)
  const { items: answered } = await response.json()
  assert.deepEqual(
    answered,
    items.map((item) => ({ ...item, formerState: 'current' })),
  )
  assert.ok(turns > 2, `${turns} turns`)
})
