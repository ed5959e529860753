import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import { getLedger } from '@/lib/kb-index/read/ledger'
import { getSupersedence } from '@/lib/kb-index/read/relations'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

const LEAD = 'This hotfix supersedes the fix referred to in the following article in the Microsoft Knowledge Base:'

const STATED: SampleFiles = {
  '1.md': 'number: 100001\ntitle: Old\n\nText.',
  '2.md': `number: 100002\ntitle: New\nline: L\nproducts: [P]\n\n## RESOLUTION\n\n${LEAD}\n\n- [Q100001](/kb/100001) Old`,
  '3.md': 'number: 100003\ntitle: Gone\n\nLsa-fix has been superseded by Lsa2-fix.',
  '4.md': 'number: 100004\ntitle: Group\n\n## Hangs\n\nText.\n\n## Other\n\nText.',
  '5.md':
    'number: 100005\ntitle: Part\n\nThis hotfix supersedes the fix referred to in the "Hangs" section of the following article in the Microsoft Knowledge Base:\n\n- [Q100004](/kb/100004) Group',
  '6.md': 'number: 100006\ntitle: Withdrawn\nwithdrawn: It was withdrawn in May.\n\nText.',
}

test('an edge from a text has its sentence, its section and who states it', async (context) => {
  const index = await openSampleIndex(context, STATED)
  const ledger = getLedger(index, kbNumberOf(100001))
  assert.equal(ledger?.state, 'superseded')
  assert.deepEqual(valuesOf(ledger?.chain, 'number'), [100001, 100002])
  assert.deepEqual(ledger?.edges, [
    {
      kind: 'supersedes',
      from: 100002,
      to: 100001,
      state: 'replaced-by-known',
      part: undefined,
      statedBy: 100002,
      sentence: `${LEAD} Q100001`,
      isQuote: true,
      section: 'RESOLUTION',
    },
  ])
  assert.deepEqual(getLedger(index, kbNumberOf(100002))?.scope, { line: 'L', products: ['P'] })
})

test('replaced by an unknown update, in part, and withdrawn are states of their own', async (context) => {
  const index = await openSampleIndex(context, STATED)
  const shown = [100003, 100004, 100006].map((number) => {
    const ledger = getLedger(index, kbNumberOf(number))
    return [
      ledger?.state,
      ledger?.edges.map(({ kind, ...edge }) => ('state' in edge ? [edge.state, edge.from, edge.part] : kind)),
    ]
  })
  assert.deepEqual(shown, [
    ['superseded-by-unknown', [['replaced-by-unknown', undefined, undefined]]],
    ['partly-superseded', [['partly', 100005, 'Hangs']]],
    ['withdrawn', []],
  ])
  assert.equal(getLedger(index, kbNumberOf(100006))?.withdrawn, 'It was withdrawn in May.')
  assert.equal(getLedger(index, kbNumberOf(999999)), undefined)
})

test('what front matter and text both say is one edge, with the words of the text', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 100001\ntitle: Old\n\nText.',
    '2.md': `number: 100002\ntitle: New\nsupersedes: 100001\nsupersedenceEvidence: Said elsewhere.\n\n${LEAD}\n\n- [Q100001](/kb/100001) Old`,
  })
  const { evidence } = getSupersedence(index, kbNumberOf(100001)) ?? {}
  assert.deepEqual(
    evidence?.map(({ sentence, isQuote }) => [sentence, isQuote]),
    [[`${LEAD} Q100001`, true]],
  )
})

test('two texts that each replace the other are contradicted: neither is superseded, and both sentences are told', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': `number: 185137\ntitle: One\n\n${LEAD}\n\n- [Q185142](/kb/185142) Two`,
    '2.md': `number: 185142\ntitle: Two\n\n${LEAD}\n\n- [Q185137](/kb/185137) One`,
  })
  for (const number of [185137, 185142]) {
    const known = getSupersedence(index, kbNumberOf(number))
    assert.equal(known?.state, 'no-replacement-known')
    assert.deepEqual(known?.evidence.map(({ state, statedBy }) => [state, statedBy]).sort(), [
      ['contradicted', 185137],
      ['contradicted', 185142],
    ])
  }
  const [note, ...others] = listProblems(index)
  assert.deepEqual([note?.isNote, others.length], [true, 0])
  assert.match(note?.message ?? '', /Q185137" and ".*Q185142"/)
})

test('branches never mix: a statement from one line to another is told and not followed', async (context) => {
  const branches = ['RTM', 'SP1', 'SP2', 'SP3']
  const files = Object.fromEntries(
    branches.flatMap((line, place) => [
      [`${line}-1.md`, `number: ${100010 + place * 10}\ntitle: First\nline: ${line}\nreleased: 2007-01\n\n`],
      [
        `${line}-2.md`,
        `number: ${100011 + place * 10}\ntitle: Second\nline: ${line}\nreleased: 2007-02\nsupersedes: [${branches
          .flatMap((_, other) => [100010 + other * 10])
          .join(', ')}]\n\n`,
      ],
    ]),
  )
  const index = await openSampleIndex(context, files)
  for (const [place] of branches.entries()) {
    const first = getLedger(index, kbNumberOf(100010 + place * 10))
    assert.deepEqual(valuesOf(first?.chain, 'number'), [100010 + place * 10, 100011 + place * 10])
    assert.deepEqual(valuesOf(getSupersedence(index, kbNumberOf(100010 + place * 10))?.supersededBy, 'number'), [
      100011 + place * 10,
    ])
    const states = first?.edges.flatMap((edge) => ('state' in edge ? [edge.state] : []))
    assert.deepEqual(states?.sort(), ['other-line', 'other-line', 'other-line', 'replaced-by-known'])
  }
  assert.equal(listProblems(index).length, 12)
})

test('what an article fixes, requires and mentions is in its ledger, and in that of the other', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md':
      'number: 100001\ntitle: Fix\n\nThis fix requires the Directory fix from the following Microsoft Knowledge Base article:\n\n- [Q100002](/kb/100002) Directory\n\nThis hotfix requires Exchange Server 5.5 Service Pack 4.\n\nThis hotfix also includes the fix for the issue described in the following article:\n\n- [Q100003](/kb/100003) Problem',
    '2.md': 'number: 100002\ntitle: Directory\n\nText.',
    '3.md':
      'number: 100003\ntitle: Problem\n\nThis problem was corrected in the fix that is described in article Q100002.',
  })
  const edgesOf = (number: number) =>
    getLedger(index, kbNumberOf(number))?.edges.flatMap((edge) =>
      edge.kind === 'supersedes' ? [] : [`${edge.kind} ${edge.from} ${edge.to ?? edge.release?.slug}`],
    )
  assert.deepEqual(edgesOf(100001), [
    'fixes 100001 100003',
    'requires 100001 100002',
    'requires 100001 exchange-server-5-5-service-pack-4',
    'mentions 100001 100002',
    'mentions 100001 100003',
  ])
  assert.deepEqual(edgesOf(100002), ['fixes 100002 100003', 'requires 100001 100002'])
  assert.deepEqual(edgesOf(100003), ['fixes 100001 100003', 'fixed-in 100003 100002', 'mentions 100003 100002'])
})
