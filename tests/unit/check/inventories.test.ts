import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'

interface Case {
  readonly what: string
  readonly text: string
  readonly kind: string
  /** `number@host`, in order. */
  readonly installed: readonly string[]
  readonly others?: readonly string[]
  readonly counts?: readonly [stated: number | undefined, listed: number]
}

const CASES: readonly Case[] = [
  {
    what: 'systeminfo, whose processors and network cards are numbered the same way',
    text: `Host Name:                 EX01
Processor(s):              2 Processor(s) Installed.
                           [01]: x86 Family 6 Model 15 Stepping 6 GenuineIntel
                           [02]: x86 Family 6 Model 15 Stepping 6 GenuineIntel
Hotfix(s):                 4 Hotfix(s) Installed.
                           [01]: File 1
                           [02]: Q147222
                           [03]: KB935490 - Update
                           [04]: KB940006
Network Card(s):           1 NIC(s) Installed.
                           [01]: Intel(R) PRO/1000`,
    kind: 'systeminfo',
    installed: ['147222@EX01', '935490@EX01', '940006@EX01'],
    others: ['File 1'],
    counts: [4, 4],
  },
  {
    what: 'systeminfo that lists fewer updates than it counts',
    text: 'Hotfix(s):   312 Hotfix(s) Installed.\n   [01]: KB935490\n   [02]: KB935999\n',
    kind: 'systeminfo',
    installed: ['935490', '935999'],
    counts: [312, 2],
  },
  {
    what: 'systeminfo that counts updates and lists none',
    text: 'Hotfix(s):                 227 Hotfix(s) Installed.\nNetwork Card(s):  N/A',
    kind: 'systeminfo',
    installed: [],
    counts: [227, 0],
  },
  {
    what: 'systeminfo in German',
    text: 'Hostname:              EX02\nHotfix(es):            2 Hotfix(e) installiert.\n     [01]: KB935490\n     [02]: KB935999',
    kind: 'systeminfo',
    installed: ['935490@EX02', '935999@EX02'],
    counts: [2, 2],
  },
  {
    what: 'systeminfo /fo csv on one line',
    text: '"EX01","2 Processor(s) Installed.,[01]: EM64T,[02]: EM64T","3 Hotfix(s) Installed.,[01]: KB935490,[02]: KB940006","1 NIC(s) Installed.,[01]: Intel"',
    kind: 'systeminfo',
    installed: ['935490', '940006'],
    counts: [3, 2],
  },
  {
    what: 'a part of systeminfo from the middle, of which no count is known',
    text: '   [45]: KB935490\n   [46]: KB940006\n',
    kind: 'systeminfo',
    installed: ['935490', '940006'],
    counts: [undefined, 2],
  },
  {
    what: 'wmic qfe list /format:list, with its doubled line ends',
    text: 'Caption=http://support.microsoft.com/?kbid=935490\r\r\nCSName=EX01\r\r\nDescription=Update\r\r\nHotFixID=KB935490\r\r\nInstalledOn=5/8/2007\r\r\n\r\r\nCSName=EX01\r\r\nHotFixID=File 1\r\r\n',
    kind: 'wmic-qfe',
    installed: ['935490@EX01'],
    others: ['File 1'],
    counts: [undefined, 2],
  },
  {
    what: 'wmic qfe list brief',
    text: `Caption                                     CSName  Description      FixComments  HotFixID   InstallDate  InstalledBy          InstalledOn
http://support.microsoft.com/?kbid=935490   EX01    Update                        KB935490                CONTOSO\\admin        5/8/2007
http://support.microsoft.com/?kbid=940006   EX01    Update                        KB940006                CONTOSO\\admin        8/24/2007`,
    kind: 'wmic-qfe',
    installed: ['935490@EX01', '940006@EX01'],
  },
  {
    what: 'wmic qfe list /format:csv',
    text: `
Node,Caption,CSName,Description,FixComments,HotFixID,InstallDate,InstalledBy,InstalledOn,Name,ServicePackInEffect,Status
EX01,http://support.microsoft.com/?kbid=935490,EX01,Update,,KB935490,,CONTOSO\\admin,5/8/2007,,SP2,
EX02,,EX02,,,Q147222,,,,,SP1,`,
    kind: 'wmic-qfe',
    installed: ['935490@EX01', '147222@EX02'],
  },
  {
    what: 'wmic qfe get HotFixID',
    text: 'HotFixID  \nKB935490  \nKB940006  \n',
    kind: 'get-hotfix',
    installed: ['935490', '940006'],
  },
  {
    what: 'Get-HotFix of two servers',
    text: `Source        Description      HotFixID      InstalledBy          InstalledOn
------        -----------      --------      -----------          -----------
EX01          Update           KB935490      NT AUTHORITY\\SYSTEM  5/8/2007 12:00:00 AM
EX02          Update           KB940006      NT AUTHORITY\\SYSTEM  8/24/2007 12:00:00 AM`,
    kind: 'get-hotfix',
    installed: ['935490@EX01', '940006@EX02'],
  },
  {
    what: 'Get-HotFix | fl',
    text: `Source      : EX01
Description : Update
HotFixID    : KB935490
InstalledBy : NT AUTHORITY\\SYSTEM
InstalledOn : 5/8/2007 12:00:00 AM
`,
    kind: 'get-hotfix',
    installed: ['935490@EX01'],
  },
  {
    what: 'Get-HotFix | Export-Csv',
    text: '"PSComputerName","InstalledOn","Description","HotFixID"\n"EX01","8/1/2007, 12:00","Update","KB940006"',
    kind: 'get-hotfix',
    installed: ['940006@EX01'],
  },
  {
    what: 'versions of one update',
    text: 'Source  HotFixID\n------  --------\nEX01    KB954550-v5\n',
    kind: 'get-hotfix',
    installed: ['954550@EX01'],
  },
  {
    what: 'a list of numbers, one or many a line',
    text: 'KB935490, KB935999\n940006; Q147222',
    kind: 'number-list',
    installed: ['935490', '935999', '940006', '147222'],
  },
]

for (const { what, text, kind, installed, others = [], counts } of CASES) {
  test(`${what}: its updates are read, and nothing else`, () => {
    const paste = parsePaste(text)
    assert.deepEqual([...new Set(paste.inventories.map((inventory) => inventory.kind))], [kind])
    assert.deepEqual(
      paste.installed.map(({ number, host }) => (host ? `${number}@${host}` : String(number))),
      installed,
    )
    assert.deepEqual(
      paste.inventories.flatMap(({ otherEntries }) => otherEntries),
      others,
    )
    if (counts) {
      assert.deepEqual(
        paste.inventories.map(({ statedCount, listedCount }) => [statedCount, listedCount]),
        [counts],
      )
    }
  })
}

test('a number of an inventory is installed and not named as well', () => {
  const { installed, named } = parsePaste('HotFixID=KB935490\nCaption=http://support.microsoft.com/?kbid=935490')
  assert.deepEqual([installed.length, named.length], [1, 0])
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
