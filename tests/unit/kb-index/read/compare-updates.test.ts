import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeComparison } from '@/lib/kb/updates/update-comparison'
import { compareUpdates } from '@/lib/kb-index/read/compare-updates'
import { getLineDetails } from '@/lib/kb-index/read/line-details'
import { openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

/** A line of three, a line of one, and an article outside of both. */
const LINES: SampleFiles = {
  '11.md': 'number: 11\ntitle: First\nline: RTM\nreleased: 2007-01-01\nfixes: [501]\nsupersededBy: 12\n\nText.',
  '12.md':
    'number: 12\ntitle: Second\nline: RTM\naliases: [19]\nreleased: 2007-02-01\nsupersededBy: 13\n\n## Known issue\n\nServices stay disabled.',
  '13.md':
    'number: 13\ntitle: Third\nline: RTM\nreleased: 2007-03-01\nfixes: [501, 502, 21]\n\n## Prerequisites\n\n- The server.\n- Its tools.\n\n## Fixes\n\n- [502](/kb/502) Mail is lost',
  '21.md': 'number: 21\ntitle: Other\nline: SP1\nreleased: 2007-04-01\n\nText.',
  '31.md': 'number: 31\ntitle: Problem\n\nText.',
}

test('two updates of a line: what is between, what is fixed and by which, and what is said of the installation', async (context) => {
  const comparison = compareUpdates(await openSampleIndex(context, LINES), { from: 'KB11', to: '13' })
  assert.ok(comparison.outcome === 'compared')
  const { from, to, line, updates, isStated, fixes, fixCount, withoutFixes, notes } = comparison
  assert.deepEqual(
    [from.summary.title, to.summary.title, line, isStated],
    ['First', 'Third', { name: 'RTM', slug: 'rtm' }, true],
  )
  assert.deepEqual(valuesOf(updates, 'number'), [12, 13])
  assert.deepEqual(
    fixes.map(({ number, title, summary, fixedBy }) => [number, title, summary?.number, fixedBy]),
    [
      [21, 'Other', 21, 13],
      [502, 'Mail is lost', undefined, 13],
    ],
  )
  assert.deepEqual([fixCount, withoutFixes], [2, [12]])
  assert.deepEqual(
    notes.map(({ number, kind, heading, text }) => [number, kind, heading, text]),
    [
      [13, 'prerequisites', 'Prerequisites', 'The server.'],
      [13, 'prerequisites', 'Prerequisites', 'Its tools.'],
      [12, 'known-issue', 'Known issue', 'Services stay disabled.'],
    ],
  )
  assert.equal(describeComparison(comparison), 'KB13 follows KB11 in RTM, with one update between them.')
})

const REFUSED: readonly (readonly [from: string, to: string, outcome: string, words: string])[] = [
  ['', '', 'incomplete', 'Two numbers are needed.'],
  ['11', '   ', 'incomplete', 'Two numbers are needed.'],
  ['abc', '13', 'not-a-number', '“abc” is not a KB number.'],
  ['abc', 'x-1', 'not-a-number', '“abc” and “x-1” are not KB numbers.'],
  ['11', '99999999999999', 'not-a-number', '“99999999999999” is not a KB number.'],
  ['11', '999', 'unknown', 'KB999 is not in this collection.'],
  ['998', '999', 'unknown', 'KB998 and KB999 are not in this collection.'],
  ['999', '999', 'unknown', 'KB999 is not in this collection.'],
  ['31', '13', 'without-line', 'KB31 is not part of an update series.'],
  ['13', '21', 'other-lines', 'KB13 belongs to RTM and KB21 to SP1. No series file connects the two'],
  ['12', '12', 'same', 'Both numbers refer to KB12.'],
  ['12', 'Q000019', 'same', 'Both numbers refer to KB12.'],
  ['31', '31', 'same', 'Both numbers refer to KB31.'],
  ['13', '11', 'reversed', 'KB13 is newer than KB11.'],
]

for (const [from, to, outcome, words] of REFUSED) {
  test(`from "${from}" to "${to}": ${outcome}`, async (context) => {
    const comparison = compareUpdates(await openSampleIndex(context, LINES), { from, to })
    assert.equal(comparison.outcome, outcome)
    assert.ok(describeComparison(comparison).startsWith(words), describeComparison(comparison))
  })
}

test('updates of a line between which nothing is stated are taken in their order, and that is said', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 1\ntitle: One\nline: L\nreleased: 2001-01\n\nText.',
    '2.md': 'number: 2\ntitle: Two\nline: L\nreleased: 2002-01\n\nText.',
  })
  const comparison = compareUpdates(index, { from: '1', to: '2' })
  assert.equal(comparison.outcome, 'compared')
  assert.match(
    describeComparison(comparison),
    /No article says that it replaces KB1; this follows from the order of the series\.$/,
  )
  assert.equal(compareUpdates(index, { from: '2', to: '1' }).outcome, 'reversed')
})

test('what the text requires outside of a section about prerequisites is one', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 1\ntitle: One\nline: L\nsupersededBy: 2\n\nText.',
    '2.md':
      'number: 2\ntitle: Two\nline: L\n\n## Installation\n\nThis update requires Exchange Server 5.5 Service Pack 4.',
  })
  const comparison = compareUpdates(index, { from: '1', to: '2' })
  assert.ok(comparison.outcome === 'compared')
  assert.deepEqual(comparison.notes, [
    {
      number: 2,
      kind: 'prerequisites',
      heading: 'Installation',
      text: 'This update requires Exchange Server 5.5 Service Pack 4.',
    },
  ])
})

test('text that is no number is cut, whatever its length', async (context) => {
  const { from } = compareUpdates(await openSampleIndex(context, LINES), { from: 'x'.repeat(100_000), to: '13' })
  assert.equal(from.text.length, 60)
})

test('a line has its steps with successors and fixes, and a line named Compare has another address than the comparison', async (context) => {
  const index = await openSampleIndex(context, { ...LINES, '41.md': 'number: 41\ntitle: A\nline: Compare\n\nText.' })
  assert.deepEqual(
    getLineDetails(index, 'rtm')?.steps.map(({ update, supersededBy, fixCount, newFixCount }) => [
      update.number,
      supersededBy,
      fixCount,
      newFixCount,
    ]),
    [
      [11, 12, 1, 1],
      [12, 13, 0, 0],
      [13, undefined, 3, 2],
    ],
  )
  assert.equal(getLineDetails(index, 'compare'), undefined)
  assert.equal(getLineDetails(index, 'compare-2')?.name, 'Compare')
})
