import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllClear } from '@/lib/check/verdict'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const index = await openShippedIndex()

/** The newest update of SP3, older ones of it, one of SP1, and updates of Windows. */
const LISTS: Readonly<Record<string, readonly [readonly number[], readonly number[]]>> = {
  'the older server above': [
    [955430, 2279665, 2602324],
    [968389, 3184712, 4011325],
  ],
  'the newer server above': [
    [4011325, 3184712],
    [2602324, 2279665],
  ],
  'one update each': [[2279665], [4011325]],
}

const each = (toRow: (number: number) => string, separator: string) => (numbers: readonly number[]) =>
  numbers.map(toRow).join(separator)

/** Lists that begin with neither a header nor a name. */
const FORMS: Readonly<Record<string, (numbers: readonly number[]) => string>> = {
  'numbers in rows': each((number) => `KB${number}`, '\n'),
  'digits in rows': each(String, '\n'),
  'numbers in one row': each((number) => `KB${number}`, ', '),
  bullets: each((number) => `- KB${number}`, '\n'),
  'wmic as a list': each((number) => `HotFixID=KB${number}`, '\n\n'),
  'Format-List': each((number) => `Description : Update\nHotFixID    : KB${number}`, '\n\n'),
  objects: each((number) => `@{HotFixID=KB${number}}`, '\n'),
  'JSON in rows': each((number) => JSON.stringify({ HotFixID: `KB${number}` }), '\n'),
  'rows without their header': each((number) => `Update      KB${number}      NT AUTHORITY\\SYSTEM  3/21/2017`, '\n'),
  DISM: each(
    (number) => `Package Identity : Package_for_KB${number}~31bf3856ad364e35~amd64~~6.1.1.0\nState : Installed`,
    '\n\n',
  ),
  'history of Windows Update': each(
    (number) =>
      `Update Rollup for Exchange Server 2007 (KB${number})\nInstallation date: 3/21/2017\nInstallation status: Succeeded`,
    '\n\n',
  ),
}

for (const [form, print] of Object.entries(FORMS)) {
  test(`two lists that follow each other are no all clear: ${form}`, async () => {
    for (const [what, [above, below]] of Object.entries(LISTS)) {
      for (const between of ['\n', '\n\n']) {
        const text = `${print(above)}${between}${print(below)}`
        const { lines, computers } = await judgePaste(index, text)
        assert.ok(lines.length > 0, `${what}: nothing was read of\n${text}`)
        const clear = lines.filter(isAllClear).map(({ list }) => list)
        // Where the lists are told apart, the newer server alone may be clear.
        assert.ok(clear.length === 0 || computers.length === 2, `${what} is clear:\n${text}`)
      }
    }
  })

  test(`a list of one computer that has the newest update is clear: ${form}`, async () => {
    const { lines } = await judgePaste(index, print([955430, 4011325, 968389]))
    assert.deepEqual(
      lines.map((line) => [line.latest.number, isAllClear(line)]),
      [[4011325, true]],
    )
  })
}
