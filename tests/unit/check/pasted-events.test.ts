import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'
import { valuesOf } from '@/tests/support/values-of'

const eventsOf = (text: string) =>
  parsePaste(text)
    .signatures.filter(({ kind }) => kind === 'event')
    .map(({ id }) => id)

/** The forms in which one entry is copied or exported. */
const FORMS: Readonly<Record<string, string>> = {
  'the older viewer': `Event Type:\tError\nEvent Source:\tMsiInstaller\nEvent Category:\tNone\nEvent ID:\t11306\nDate:\t\t8/24/2007\nTime:\t\t1:02:03 AM\nUser:\t\tCONTOSO\\admin\nComputer:\tEX01\nDescription:\nProduct: Sample -- Error 1306.`,
  'the newer viewer': `Log Name:      Application\nSource:        MsiInstaller\nDate:          8/24/2007 1:02:03 AM\nEvent ID:      11306\nTask Category: None\nLevel:         Error\nKeywords:      Classic\nUser:          SYSTEM\nComputer:      EX01\nDescription:\nProduct: Sample`,
  'an article, with broken lines':
    'Type: Error\nSource:\nMsiInstaller\nCategory: None\nEvent ID:\n11306\nDescription:\nProduct',
  'the older viewer, a line left out':
    'Event Type: Error\nEvent Source: MsiInstaller\nEvent ID: 11306\nDate: 3/4/2003\nComputer: EX01',
  'a shortened entry': 'ID: 11306\nSource: MsiInstaller\nType: Error\nDescription: Product: Sample',
  'a shortened entry, the source first': 'System error, Source=MsiInstaller, ID=11306',
  'a shortened entry on one line': 'ID: 11306 Source: MsiInstaller Type: Error Category: None',
  'one line': 'Type: Error Source: MsiInstaller Category: None Event ID: 11306 Description: Product',
  XML: `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='MsiInstaller'/><EventID Qualifiers='0'>11306</EventID><Level>2</Level></System></Event>`,
  'Get-WinEvent | fl':
    'TimeCreated  : 8/24/2007 1:02:03 AM\nProviderName : MsiInstaller\nId           : 11306\nMessage      : Product: Sample',
  'Get-EventLog | fl':
    'Index              : 812\nEntryType          : Error\nInstanceId         : 3221236778\nMessage            : Product: Sample\nCategory           : (0)\nSource             : MsiInstaller\nTimeGenerated      : 8/24/2007',
  'Get-EventLog as a table':
    '   Index Time          EntryType   Source                 InstanceID Message\n   ----- ----          ---------   ------                 ---------- -------\n     812 Aug 24 01:02  Error       MsiInstaller                11306 Product: Sample',
  'an export of the newer viewer':
    'Level,Date and Time,Source,Event ID,Task Category\nError,8/24/2007 1:02:03 AM,MsiInstaller,11306,None,"Product: Sample"',
  'an export of the older viewer':
    '8/24/2007,1:02:03 AM,MsiInstaller,Error,None,11306,CONTOSO\\admin,EX01,Product: Sample',
  'an export with tabs': '8/24/2007\t1:02:03 AM\tMsiInstaller\tError\tNone\t11306\tN/A\tEX01\tProduct',
}

for (const [form, text] of Object.entries(FORMS)) {
  test(`an entry as of ${form} is event 11306 of MsiInstaller`, () => {
    assert.deepEqual(eventsOf(text), ['event-11306-msiinstaller'])
    assert.ok(parsePaste(text).kinds.includes('event-entry'))
  })
}

test('the three entries of the page that this project began with are recognised', () => {
  const seed = readFileSync(new URL('../../fixtures/check/seed-events/input.txt', import.meta.url), 'utf8')
  assert.deepEqual(eventsOf(seed), ['event-11306-msiinstaller', 'event-1023-msiinstaller', 'event-11729-msiinstaller'])
})

test('a list with a level among its words is no entry', () => {
  assert.deepEqual(eventsOf('Fix the error, restart, 12, and wait'), [])
  assert.deepEqual(eventsOf('information,about,nothing'), [])
  assert.deepEqual(eventsOf('Client ID: 868\nSource: the invoice of May'), [])
})

test('an error in the log of Windows Installer is the event under which it is entered', () => {
  const { signatures, kinds } =
    parsePaste(`MSI (s) (A4:3C) [12:34:56:789]: Product: Sample -- Error 1706. No valid source could be found.
Action ended 12:34:56: InstallFinalize. Return value 3.
MSI (c) (B4:10) [12:34:56:900]: MainEngineThread is returning 1603`)
  assert.deepEqual(kinds, ['setup-log'])
  assert.deepEqual(valuesOf(signatures, 'id'), ['event-11706-msiinstaller', 'error-1706', 'error-1603'])
})

test('a stop screen is one', () => {
  const { signatures, kinds } = parsePaste(
    '*** STOP: 0x0000000A (0x00000000,0x00000002,0x00000000,0x8013EF5B)\nIRQL_NOT_LESS_OR_EQUAL',
  )
  assert.deepEqual(kinds, ['stop-screen'])
  assert.equal(signatures[0]?.id, 'stop-0x0000000a')
})
