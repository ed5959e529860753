import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOf } from '@/tests/support/pieces'
import { assertQuick } from '@/tests/support/processor-time'
import { labelsOf, type Quote } from '@/tests/support/statements-of'

/** What is stated, without the words and places. */
function relationsOf(quote: Quote) {
  return labelsOf(quote).map(({ kind, target, part, releases }) => ({
    kind,
    ...(target !== undefined && { target: Number(target) }),
    ...(part !== undefined && { part }),
    ...(releases.length > 0 && { releases }),
  }))
}

test('trap: a negated statement is none (KB317636)', () => {
  const lead =
    'The Windows NT Server 4.0, Terminal Server Edition SRP does not supersede the patches in the following bulletins:'
  assert.deepEqual(relationsOf({ article: 317636, blocks: [lead, 'Q300845 MS02-013'] }), [])
  assert.deepEqual(
    relationsOf({
      article: 1234567,
      blocks: ['This hotfix does not replace the hotfix that is described in article Q300845.'],
    }),
    [],
  )
})

test('trap: a statement about one section is about that part alone (KB181799)', () => {
  const lead =
    'This hotfix supersedes the fixes referred to in the "Windows NT 4.0 RPC Binds Hang When the Server Is Restarted" section of the following article in the Microsoft Knowledge Base:'
  assert.deepEqual(relationsOf({ article: 181799, blocks: [lead, 'Q147222 Group of Hotfixes'] }), [
    { kind: 'supersedes', target: 147222, part: 'Windows NT 4.0 RPC Binds Hang When the Server Is Restarted' },
  ])
})

test('trap: a nickname names no article, so that the successor is unknown (KB154087)', () => {
  assert.deepEqual(relationsOf({ article: 154087, blocks: ['Lsa-fix has been superseded by Lsa2-fix.'] }), [
    { kind: 'superseded-by' },
  ])
  assert.deepEqual(
    relationsOf({
      article: 179129,
      blocks: ['This fix supercedes the ICMP-fix, the OOB-fix, and the Land-fix hotfixes.'],
    }),
    [],
  )
})

test('trap: a text that supersedes a text says nothing of updates (KB326779)', () => {
  const lead =
    'The information in this article supersedes the information in the following Microsoft Knowledge Base article:'
  assert.deepEqual(relationsOf({ article: 326779, blocks: [lead, 'Q248739 IIS Fails to Run'] }), [])
})

test('trap: a licence that supersedes all proposals is no update (KB116164)', () => {
  const licence =
    'This Agreement constitutes the entire agreement between the parties and supersedes all proposals, oral and written.'
  assert.deepEqual(relationsOf({ article: 116164, blocks: [licence] }), [])
})

test('trap: two articles that say the same of each other are both taken at their word (KB185137, KB185142)', () => {
  const lead = 'This hotfix supersedes the fix referred to in the following article in the Microsoft Knowledge Base:'
  const first = labelsOf({ article: 185137, blocks: [lead, 'Q185142 NetWare API'] })
  const second = labelsOf({ article: 185142, blocks: [lead, 'Q185137 Log Logical Record'] })
  assert.equal(first[0]?.target, 185142)
  assert.equal(second[0]?.target, 185137)
  assert.ok([first, second].every(([statement]) => statement?.sentence?.startsWith(lead)))
})

test('files, settings, versions and other updates are not what an article is about', () => {
  for (const sentence of [
    'This version of Sysdiff replaces the version that ships with Service Pack 3.',
    'The 4mmdat.sys driver that is replaced by Service Pack 5 is incompatible with these drives.',
    'Version 2.0 has been replaced by version 3.0.',
    'The Windows 3.11 update replaces the following files:',
    'If the hotfix was replaced by the update described in article Q123456, remove it.',
    'This update may have been replaced by the update in article Q123456.',
  ]) {
    assert.deepEqual(relationsOf({ article: 999999, blocks: [sentence, 'Q123456 An article'] }), [], sentence)
  }
})

test('a list of confirmed bugs, of known problems or of further lists fixes nothing', () => {
  for (const title of [
    'List of Confirmed Bugs in Windows NT Version 3.5',
    'INFO: Summary List: Visual C++ 5.0 Known Problems',
    'BUG: Buglist for Visual Basic 4.0 for Windows as of 01-May-1996',
  ]) {
    assert.deepEqual(relationsOf({ article: 133320, title, blocks: ['Q100015 An article'] }), [], title)
  }
  const title = 'List of Bugs Fixed in Windows NT 4.0 Service Pack 5'
  assert.deepEqual(
    relationsOf({
      article: 225037,
      title,
      blocks: ['Q150734 List of Bugs Fixed in Service Pack 4', '# REFERENCES', 'Q152734 A guide'],
    }),
    [],
  )
})

test('a lead-in about something else takes its references out of a list of fixes, and the list goes on below them', () => {
  const title = 'List of Bugs Fixed in Windows NT 4.0 Service Pack 1, 2, and 3'
  const blocks = [
    'For information on obtaining the latest service pack, please see the following article:',
    'Q152734 A guide',
    '# Service Pack 3',
    'Q100108 A problem',
  ]
  assert.deepEqual(relationsOf({ article: 224792, title, blocks }), [
    { kind: 'fixes', target: 100108, releases: ['windows-nt-4-0-service-pack-3'] },
  ])
})

test('entries that stand in one paragraph are told apart, and a title that cites an article stays one entry', () => {
  const title = 'List of Bugs Fixed in Windows NT 4.0 Service Pack 4'
  const targetsOf = (block: string) =>
    labelsOf({ article: 224793, title, blocks: [block] }).map(({ target }) => Number(target))
  assert.deepEqual(
    targetsOf('Q190354 Setup Fails Q190449 Accounts Hang Q190500 Disk Is Full'),
    [190354, 190449, 190500],
  )
  assert.deepEqual(targetsOf('Q190354 Setup Fails After the Fix of Q190449'), [190354])
})

test('a sentence that begins with a number is no entry of a list', () => {
  const opening = 'This article lists the issues that are fixed in Exchange Server 2007 Service Pack 1 (SP1).'
  assert.deepEqual(relationsOf({ article: 946138, blocks: [opening, 'Q935999 says that SP1 fixes its issues.'] }), [])
})

test('what was the latest service pack then is no release, and what is not in the table is kept without one', () => {
  const latest = 'This problem was corrected in the latest Windows NT 3.51 U.S. Service Pack.'
  assert.deepEqual(relationsOf({ article: 100001, blocks: [latest] }), [])
  const [unlisted] = labelsOf({
    article: 100001,
    blocks: ['This problem was corrected in Multimedia Mozart version 1.0a.'],
  })
  assert.equal(unlisted?.releaseName, 'Multimedia Mozart version 1.0a')
  assert.deepEqual(unlisted?.releases, [])
})

test('100 KB of every word that a pattern waits for costs no more than its length', () => {
  const title = 'List of Bugs Fixed in Windows NT 4.0'
  const words = [
    ...piecesOf(
      'This hotfix supersedes ¦corrected in Windows ¦In addition to ¦the following fixes ¦This fix replaces x. ',
    ),
    ...piecesOf('( ¦"¦a. A'),
  ]
  // A pattern that tries each place again from each place takes half a minute.
  return assertQuick(words, { length: 100_000, milliseconds: 500 }, (text) =>
    labelsOf({ article: 100001, title, blocks: [text, `${text}:`, 'Q100002 x'] }),
  )
})
