import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isAllClear } from '@/lib/check/verdict'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const index = await openShippedIndex()

/** The newest update of the product, updates before it, updates of earlier service packs, and updates of something else. */
const NEWEST = 4011325
const OLDER = [2279665, 2602324, 3184712]
const OTHERS = [953469, 940006, 981407, 945684, 2407132, 971534, 955430, 968389, 2999226, 976902]
const HOSTS = ['EXMBX1', 'BERLIN-EX01', 'srv-ex-2.contoso.local', 'HUB01'] as const

interface Computer {
  readonly host?: string
  readonly numbers: readonly number[]
}
type Form = (computer: Computer) => string

const align = (rows: readonly (readonly string[])[]) =>
  rows.map((row) =>
    row.map((cell, at) => cell.padEnd(Math.max(...rows.map((other) => other[at]?.length ?? 0)) + 2)).join(''),
  )
const perUpdate = ({ numbers }: Computer, toText: (number: number) => string) => numbers.map(toText).join('\n\n')

/** How tools print the updates of one computer. */
const FORMS: Readonly<Record<string, Form>> = {
  systeminfo: ({ host, numbers }) =>
    [
      ...(host ? [`Host Name:                 ${host}`] : []),
      'OS Name:                   Microsoft Windows Server 2008 R2 Standard',
      `Hotfix(s):                 ${numbers.length} Hotfix(s) Installed.`,
      ...numbers.map((number, at) => `                           [${String(at + 1).padStart(2, '0')}]: KB${number}`),
    ].join('\n'),
  'Get-HotFix': ({ host = '', numbers }) =>
    align([
      ['Source', 'Description', 'HotFixID', 'InstalledOn'],
      ['------', '-----------', '--------', '-----------'],
      ...numbers.map((number) => [host, 'Security Update', `KB${number}`, '3/22/2017 12:00:00 AM']),
    ]).join('\n'),
  'Format-List': (computer) =>
    `----\n\n${perUpdate(computer, (number) =>
      [
        'Description : Update',
        `HotFixID    : KB${number}`,
        ...(computer.host ? [`CSName      : ${computer.host}`] : []),
      ].join('\n'),
    )}`,
  CSV: ({ host = '', numbers }) =>
    ['Node;HotFixID;InstalledOn', ...numbers.map((number) => `${host};KB${number};22.03.2017`)].join('\n'),
  JSON: ({ host, numbers }) =>
    JSON.stringify(numbers.map((number) => ({ HotFixID: `KB${number}`, PSComputerName: host }), null)),
  'wmic with a heading': ({ host, numbers }) =>
    `${host ? `${host}:\n` : ''}HotFixID\n${numbers.map((number) => `KB${number}  `).join('\n')}`,
}

/** What happens to a text on its way. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'quoted by a mail': (text) => text.replace(/^/gm, '> '),
  'with other line ends': (text) => text.replace(/\n/g, '\r\n'),
  'with one blank for many': (text) => text.replace(/ {2,}/g, ' '),
  'with tabs': (text) => text.replace(/ {2,}/g, '\t'),
  'in a mail': (text) => `Hello,\n\nhere it is:\n\n${text}\n\nKind regards\nAnna Example\nPhone +49 711 555-0100`,
  'as HTML': (text) =>
    `<html><body>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('\n')}</body></html>`,
  'without its end': (text) => text.slice(0, Math.floor(text.length * 0.7)),
  'without its beginning': (text) => text.slice(Math.floor(text.length * 0.3)),
}

const COMPUTER = fc.record({
  isNamed: fc.boolean(),
  hasNewest: fc.boolean(),
  others: fc.uniqueArray(fc.constantFrom(...OLDER, ...OTHERS), { minLength: 1, maxLength: 5 }),
  form: fc.constantFrom(...Object.keys(FORMS)),
})
const PASTE = fc.record({
  computers: fc.array(COMPUTER, { minLength: 1, maxLength: HOSTS.length }),
  way: fc.constantFrom(...Object.keys(WAYS)),
  isWide: fc.boolean(),
})

const nameOf = (host: string | undefined) => host?.toLowerCase().split('.')[0]

test('lists of any computers, in any form and on any way, are all clear only where one computer has the newest update', async () => {
  await fc.assert(
    fc.asyncProperty(PASTE, async ({ computers, way, isWide }) => {
      const made = computers.map(({ isNamed, hasNewest, others, form }, at) => {
        const computer = { host: isNamed ? HOSTS[at] : undefined, numbers: hasNewest ? [...others, NEWEST] : others }
        return { ...computer, text: FORMS[form]?.(computer) ?? '' }
      })
      const text = WAYS[way]?.(made.map((computer) => computer.text).join(isWide ? '\n\n\n\n' : '\n\n')) ?? ''
      const { lines } = await judgePaste(index, text)
      for (const line of lines.filter(isAllClear)) {
        const installed = line.installed.map(({ number }) => number)
        const isTrue = made.some(
          ({ host, numbers }) =>
            numbers.includes(NEWEST) &&
            installed.every((number) => numbers.includes(number)) &&
            (line.host === undefined || nameOf(line.host) === nameOf(host)),
        )
        assert.ok(isTrue, `${line.host ?? 'no name'} with ${installed.join(', ')} is no computer of:\n${text}`)
      }
    }),
    { seed: 940006, numRuns: 400 },
  )
})
