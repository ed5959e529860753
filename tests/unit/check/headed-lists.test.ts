import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'

const NUMBERS = [2279665, 3184712, 955430]

const HEADINGS = [
  'Installed updates:',
  'Installed hotfixes:',
  'Hotfixes:',
  'Patches:',
  'Hotfix(s):',
  'KBs installed:',
  'Updates installed on this server:',
  'The following updates are installed:',
  'Installierte Updates:',
  'Mises à jour installées :',
  'installed KBs',
  'Already installed:',
  'Updates on MAIL07:',
  'We have installed the following:',
  '## Installed updates',
  '**Installed updates**',
  'hotfixes =',
]

const joined = (toRow: (number: number, index: number) => string, separator: string) => () =>
  NUMBERS.map(toRow).join(separator)

const ROWS: Readonly<Record<string, () => string>> = {
  rows: joined((number) => `KB${number}`, '\n'),
  bullets: joined((number) => `- KB${number}`, '\n'),
  'numbered rows': joined((number, index) => `${index + 1}. KB${number}`, '\n'),
  'indented rows': joined((number) => `    KB${number}`, '\n'),
  'one row': joined((number) => `KB${number}`, ', '),
  'rows that end in commas': joined((number) => `KB${number},`, '\n'),
  digits: joined(String, '\n'),
  'numbers with titles': joined((number) => `KB${number} - Update Rollup for Exchange Server 2007 SP3`, '\n'),
  'titles with numbers': joined((number) => `- Update Rollup for Exchange Server 2007 SP3 (KB${number})`, '\n'),
  'numbers with dates': joined((number) => `KB${number} 3/22/2017`, '\n'),
  'dates with numbers': joined((number) => `2017-03-22 KB${number}`, '\n'),
  'rows below a blank line': () => `\n${NUMBERS.map((number) => `KB${number}`).join('\n')}`,
}

const CONTEXTS: Readonly<Record<string, (list: string) => string>> = {
  'nothing else': (list) => list,
  'an event right below': (list) => `${list}\nLog Name: Application\nSource: MSExchangeIS\nEvent ID: 9518`,
  'an event below': (list) => `${list}\n\nLog Name: Application\nSource: MSExchangeIS\nEvent ID: 9518`,
  'a question below': (list) => `${list}\nThe store does not mount. What can I do?`,
  'words above': (list) => `Hello, our store does not mount since Monday.\n\n${list}`,
  'fields above': (list) => `Server: MAIL07\nOS: Windows Server 2008\n${list}`,
  'a name above, a code below': (list) => `Server MAIL07\n${list}\nError: 0x80004005`,
}

for (const [form, print] of Object.entries(ROWS)) {
  test(`a list below a heading is read whole, whatever stands beside it: ${form}`, () => {
    for (const heading of HEADINGS) {
      for (const [context, place] of Object.entries(CONTEXTS)) {
        const { computers } = parsePaste(place(`${heading}\n${print()}`))
        const lists = computers.map(({ inventories }) =>
          inventories.flatMap(({ updates }) => updates.map(({ number }) => Number(number))),
        )
        assert.deepEqual(lists, [NUMBERS], `"${heading}" with ${context}`)
      }
    }
  })
}

test('a heading names the computer of its list, and so does a field right above', () => {
  const hosts = (text: string) => parsePaste(text).computers.map(({ host }) => host)
  assert.deepEqual(hosts('Updates installed on EX01:\nKB940006\nUpdates installed on EX02:\nKB941421\nboth fail'), [
    'EX01',
    'EX02',
  ])
  assert.deepEqual(hosts('Server: EX01\nRAM: 8 GB\nInstalled updates:\nKB940006\nKB941421\nError 0x80004005'), ['EX01'])
})

test('what is missing, planned or asked for is no list of what is installed', () => {
  for (const heading of [
    'Missing updates:',
    'Not installed:',
    'Updates to be installed:',
    'Please install:',
    'Is one of these installed?',
    'If these are installed:',
    'Nicht installiert:',
    'Once installed:',
    'Available updates:',
  ]) {
    const { inventories } = parsePaste(`${heading}\nKB2279665\nKB3184712\nLog Name: Application\nEvent ID: 9518`)
    assert.deepEqual(inventories, [], heading)
  }
})

test('a list that goes on in another form, or says that it does, is cut', () => {
  for (const rest of ['Update Rollup 21 of last summer\nKB955430', '... and 12 more', '[snip]']) {
    const { inventories } = parsePaste(`Installed updates:\nKB2279665\n${rest}\nError 0x80004005`)
    assert.deepEqual(
      inventories.map(({ cut }) => cut),
      ['ends-early'],
      rest,
    )
  }
})
