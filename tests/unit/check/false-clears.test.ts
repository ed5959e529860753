import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'
import { isAllClear } from '@/lib/check/verdict'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const index = await openShippedIndex()
/** The newest update of SP3, and an update of Windows. */
const NUMBERS = [4011325, 955430]
const each = (toRow: (number: number) => string, separator = '\n') => NUMBERS.map(toRow).join(separator)
const isClear = async (text: string) => (await judgePaste(index, text)).lines.some(isAllClear)

/** What stands above updates, or names their column, that are not installed. */
const OTHER_HEADINGS = [
  'Missing updates',
  'Not installed',
  'To install',
  'Fehlende Updates',
  'Required updates',
  'Latest rollups',
  'Recommended hotfixes',
  'Target',
  'Next week',
  'Removed',
  'Superseded by',
  'Update plan',
  'See also',
  'Failed',
  'à installer',
  'Should we install these?',
]

/** Ways to say that updates are not installed, or not on this computer, or not for certain, in which the word "installed" stands. */
const INSTALLED_AND_MORE =
  `Updates that aren't installed|These weren't installed|None of these is installed|Neither is installed|Installed nowhere
Hardly any of these is installed|Unable to be installed|Updates that couldn’t be installed|Updates installed elsewhere|Installed in the lab
Updates installed everywhere but here|Installed on our other server|Installed, then rolled back|Had been installed|Installed without success
Half installed|Being installed|Installed tonight|Installed after the maintenance window|Supposedly installed|I think these are installed
Installed (unverified)|Lacks installed|Zero installed|0 installed|Installed updates waiting for a reboot|Installed on the old server (retired)
Installed by default in SP3|Is this installed|How is this installed|Recommended to have installed|Installed on nothing|Installed on NOBODY
Não instaladas|Ainda não instalado|Не установлены|Ещё не установлено|Было установлено|Nie zainstalowane|Kein installiertes Update
Bald installiert|Teilweise installiert|Sans être installé|Aucun installé|Jamais installé|Ninguno instalado|Nunca instalado|Nessuno installato
Parzialmente installato|Nenhum instalado|インストールされていない更新プログラム|インストールされていません|未安装的更新|설치되지 않음`
    .split(/[|\n]/)
    .map((heading) => heading.trim())

const LISTS: Readonly<Record<string, string>> = {
  rows: each((number) => `KB${number}`),
  bullets: each((number) => `- KB${number}`),
  'one row': each((number) => `KB${number}`, ', '),
  digits: each(String),
  'a column': `HotFixID\n--------\n${each((number) => `KB${number}`)}`,
  'wmic as a list': each((number) => `HotFixID=KB${number}`, '\n\n'),
  'Format-List': each((number) => `HotFixID : KB${number}\nDescription : Update`, '\n\n'),
  CSV: `HotFixID,Title\n${each((number) => `KB${number},Update`)}`,
  JSON: JSON.stringify(NUMBERS.map((number) => ({ HotFixID: `KB${number}` }))),
  'names in rows': each((number) => `EX01: KB${number}`),
  'a name and cells': `EX01;${each((number) => `KB${number}`, ';')}`,
  'a name above': `EX01:\n${each((number) => `KB${number}`)}`,
  'rows without their header': each((number) => `Update      KB${number}      NT AUTHORITY\\SYSTEM  3/21/2017`),
  'titles with numbers': each((number) => `Update for Exchange (KB${number})`),
}

for (const [form, list] of Object.entries(LISTS)) {
  test(`a heading that says otherwise makes a list no all clear: ${form}`, async () => {
    for (const heading of OTHER_HEADINGS) {
      for (const above of [`${heading}:\n`, `${heading}\n`, `${heading}:\n\n`]) {
        assert.equal(await isClear(`${above}${list}`), false, `${above}${list}`)
      }
    }
  })
}

for (const [form, list] of Object.entries(LISTS)) {
  test(`a heading that says more than that updates are installed makes no list of installed ones: ${form}`, () => {
    for (const heading of INSTALLED_AND_MORE) {
      const { inventories } = parsePaste(`${heading}:\n${list}`)
      assert.deepEqual(
        inventories.flatMap(({ updates }) => updates),
        [],
        heading,
      )
    }
  })
}

test('a column that says otherwise is no all clear, alone and beside one of installed updates', async () => {
  for (const name of OTHER_HEADINGS) {
    for (const sign of [';', ',', '\t', ' | ', '   ']) {
      const row = (...cells: string[]) => cells.join(sign)
      const alone = [row('Server', name), row('EX01', 'KB4011325'), row('EX02', 'KB3184712')]
      const beside = [row('Server', name, 'Installed KB'), row('EX01', 'KB4011325', 'KB3184712')]
      for (const rows of [alone, beside]) assert.equal(await isClear(rows.join('\n')), false, rows.join('\n'))
    }
  }
})

test('a heading that says that updates are installed, and nothing else, is read in each language', async () => {
  for (const heading of `What is installed on EX01|Here's what is installed on the server right now|Updates currently installed
    These hotfixes have been installed so far|Installed updates on our mailbox servers as of 3/22/2017|3 updates installed
    Nothing helps. Installed per wmic qfe|Folgende Updates sind auf dem Server installiert|Bereits installierte Hotfixes|Correctifs installés sur le serveur
    Actualizaciones instaladas|Aggiornamenti installati sul server|Atualizações instaladas|Geïnstalleerde updates op de server
    Zainstalowane aktualizacje|Установленные обновления|已安装的更新|インストールされた更新プログラム|설치된 업데이트`.split(
    /[|\n]/,
  )) {
    assert.equal(await isClear(`${heading.trim()}:\n- KB4011325`), true, heading)
  }
})

test('what stands beside an update in a list says that it is installed only if it is its title, a date or the like', async () => {
  const list = (rest: string) => `Installed updates:\nKB4011325${rest}`
  for (const rest of [
    ' n/a',
    ' - declined',
    ' ✘',
    ' (on hold)',
    ' - pilot only',
    ': 0',
    ' nok',
    ' Update Rollup 23 (waiting)',
    ' Update Rollup 23 - on hold',
  ]) {
    assert.equal(await isClear(list(rest)), false, rest)
  }
  for (const rest of [
    '',
    ' - Update Rollup 23 for Exchange Server 2007 SP3 (3/22/2017)',
    ' ok',
    ' ✔',
    ' Update NT AUTHORITY\\SYSTEM 3/22/2017',
  ]) {
    assert.equal(await isClear(list(rest)), true, rest)
  }
  assert.equal(await isClear('Installed updates:\n+ KB2279665\n- KB4011325'), false)
})

test('a column of installed updates is read, whatever stands beside it', async () => {
  for (const sign of [';', ',', '\t', ' | ']) {
    for (const name of ['Installed KB', 'Installed updates', 'Installed rollups']) {
      const rows = [['Server', 'Missing', name].join(sign), ['EX01', 'KB955430', 'KB4011325'].join(sign)]
      const { lines } = await judgePaste(index, rows.join('\n'))
      assert.deepEqual(
        lines.map((line) => [line.host, line.latest.number, isAllClear(line)]),
        [['EX01', 4011325, true]],
        rows.join('\n'),
      )
    }
  }
})

/** Words before a colon that look like names of computers and are none. */
const LABELS =
  `LATEST TARGET FIX SOLUTION NOTE NEWEST E2K7 EX2007 to-do pre-req ZIEL OFFEN SEE LINK KB HOTFIX PATCH RECOMMENDED Step-1
  Phase-2 Q1 1st RE EDIT1 Update-1 follow-up up-to-date Server2008 W2K8 Windows-7 x64 Exchange2007 ALL BOTH NEW NOW INSTALL DEPLOY
  Mar-2017 CVE-2017-0110 MS-17 build-8.3.517.0 8.3.517.0 SP3-RU23`.split(/\s+/)

test('a word before a colon that is no name of a computer has no all clear', async () => {
  for (const label of LABELS) {
    for (const text of [
      `${label}: KB4011325`,
      `${label} - KB4011325`,
      `EX01: KB3184712\n${label}: KB4011325`,
      `${label}: KB4011325\nEX01: KB3184712`,
      `Our store fails.\n${label}: KB4011325\nEX01: KB3184712\nwhat now?`,
      `EX01;KB3184712\n${label};KB4011325`,
      `## ${label}\n- KB4011325\n- KB955430`,
    ]) {
      assert.equal(await isClear(text), false, text)
    }
  }
})

test('a heading above rows with names may say that their updates are to come', async () => {
  const rows = 'EX01: KB4011325\nEX02: KB4011325'
  for (const above of [
    'Please patch these today',
    'Maintenance plan Saturday',
    'Change request CHG0012345',
    'Wartung Samstag',
    'Ring 1 (pilot)',
    'Tonight we install:',
    'Open tickets:',
  ]) {
    assert.equal(await isClear(`${above}\n${rows}`), false, above)
    assert.equal(await isClear(`EX03: KB3184712\n${above}\n${rows}`), false, above)
  }
  for (const above of [
    'Hi all,',
    'Our servers:',
    'Installed updates per server',
    'Two boxes, both slow since the weekend.',
  ]) {
    assert.equal(await isClear(`${above}\n${rows}`), true, above)
  }
})

test('what an object of JSON stands in may say that its updates are not installed', async () => {
  const update = { HotFixID: 'KB4011325' }
  for (const value of [
    { missing: [update] },
    { host: 'EX01', toInstall: { first: [update] } },
    { not_installed: { HotFixes: ['KB4011325'] } },
    [{ plan: [{}, update] }],
  ]) {
    assert.equal(await isClear(JSON.stringify(value)), false, JSON.stringify(value))
    assert.equal(await isClear(JSON.stringify(value, null, 2)), false, JSON.stringify(value))
  }
  for (const value of [{ data: [update] }, { EX01: { hotfixes: [update] } }, { missing: [], installed: [update] }]) {
    assert.equal(await isClear(JSON.stringify(value)), true, JSON.stringify(value))
  }
})

test('names of computers before a colon are read', async () => {
  for (const name of ['EX01', 'MAIL07', 'ex-mbx-2', 'mail1.contoso.com', '10.0.0.17', 'SRV-MAIL1', 'MARS01', 'JUNO2']) {
    const { lines } = await judgePaste(index, `${name}: KB4011325, KB955430`)
    assert.deepEqual(
      lines.map(({ host, latest }) => [host, latest.number]),
      [[name, 4011325]],
    )
  }
})

test('what names a version names no computer', async () => {
  for (const label of ['X-OWA-Version', 'X-Mailer', 'Build-No', 'EXCHANGE-VERSION', 'LATEST', 'Exchange2007']) {
    const { computers } = await judgePaste(index, `${label}: 8.3.517.0`)
    assert.deepEqual(
      computers.map(({ host }) => host).filter((host) => host !== undefined),
      [],
      label,
    )
  }
})

test('a sentence above rows with names is no header', async () => {
  for (const above of ['We have two boxes, both with SP3.', 'Two servers, one of them slow!', 'Both, as of today:']) {
    const { computers } = await judgePaste(index, `${above}\nServer MAIL1: KB2279665\nServer MAIL2: KB3184712`)
    assert.deepEqual(
      computers.map(({ host }) => host),
      ['MAIL1', 'MAIL2'],
      above,
    )
  }
})

test('a field or a comment beside an update that says otherwise makes it no installed one', async () => {
  for (const [name, value] of [
    ['Compliance', 'NonCompliant'],
    ['Compliant', 'No'],
    ['Needed', 'Yes'],
    ['IsMissing', 'True'],
    ['Comment', 'rolled back'],
    ['Remark', 'not on this server'],
    ['Approval', 'Declined'],
    ['Installed', '0'],
    ['Status', 'in Arbeit'],
    ['Comment', 'on hold'],
    ['Remark', 'pilot group'],
  ]) {
    for (const text of [
      `HotFixID,${name}\nKB4011325,${value}\n`,
      `HotFixID : KB4011325\n${name} : ${value}\n`,
      JSON.stringify([{ HotFixID: 'KB4011325', [name ?? '']: value }]),
    ]) {
      assert.equal(await isClear(text), false, text)
    }
  }
  for (const [name, value] of [
    ['Compliance', 'Compliant'],
    ['Needed', 'No'],
    ['RebootRequired', 'True'],
    ['Comment', 'ok'],
  ]) {
    assert.equal(await isClear(`HotFixID,${name}\nKB4011325,${value}\n`), true, `${name}: ${value}`)
  }
})

test('what is not ticked is not installed', async () => {
  assert.equal(await isClear('Installed updates:\n- [ ] KB4011325\n- [x] KB3184712'), false)
  assert.equal(await isClear('Installed updates:\n- [x] KB4011325\n- [x] KB955430'), true)
})
