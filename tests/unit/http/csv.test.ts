import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCsv } from '@/lib/http/csv'

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
    assert.equal(formatCsv([[cell]]), `${expected}\r\n`)
  })
}

test('cells are parted by commas, and every row ends with a line break', () => {
  assert.equal(
    formatCsv([
      ['number', 'title'],
      [1, undefined],
    ]),
    'number,title\r\n1,\r\n',
  )
})
