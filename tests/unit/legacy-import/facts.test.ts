import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractBugs, kindOf } from '@/lib/legacy-import/shared/facts'
import { extractRelations } from '@/lib/legacy-import/shared/relations'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const FIXED_IN: readonly [string, readonly string[]][] = [
  ['This problem was first corrected in Windows NT 4.0 Service Pack 4.0.', ['Windows NT 4.0 Service Pack 4.0']],
  [
    'This problem was first corrected in Windows NT 4.0 Service Pack 4.0 and Windows NT Server 4.0, Terminal Server Edition Service Pack 4.',
    ['Windows NT 4.0 Service Pack 4.0', 'Windows NT Server 4.0, Terminal Server Edition Service Pack 4'],
  ],
  [
    'This bug was corrected in Example Server 3.0 Service Pack 3 and Service Pack 4.',
    ['Example Server 3.0 Service Pack 3 and Service Pack 4'],
  ],
  [
    'This problem was corrected in the latest Example Server 2.11 U.S. Service Pack. For more, see below.',
    ['the latest Example Server 2.11 U.S. Service Pack'],
  ],
  ['This problem has been corrected in a later version.', []],
  ['The text is fixed in the window.', []],
]

function relationsOf(sentence: string, title: string) {
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: sentence }] }
  return extractRelations({ type: 'root', children: [paragraph] }, { number: kbNumberOf(940006), title })
}

for (const [sentence, expected] of FIXED_IN) {
  test(`fixed in: ${sentence}`, () => assert.deepEqual(relationsOf(sentence, 'Title').fixedIn ?? [], expected))
}

test('bugs are the numbers of their own paragraphs', () => {
  assert.deepEqual(extractBugs(['BUG #: 4643 (OLEDSDK)', 'A bug #: 12 is not one.', 'BUG #: 1 (A), 2 (B)']), [
    '4643 (OLEDSDK)',
    '1 (A)',
    '2 (B)',
  ])
})

const KINDS: readonly [Parameters<typeof kindOf>[0], ReturnType<typeof kindOf>][] = [
  [{ title: 'Anything', issueType: 'kbbug', headings: [] }, 'problem'],
  [{ title: 'Anything', issueType: 'kbhowto', headings: ['SYMPTOMS'] }, 'how-to'],
  [{ title: 'HOWTO: Print', issueType: '', headings: [] }, 'how-to'],
  [{ title: 'XADM: How to Print', issueType: '', headings: [] }, 'how-to'],
  [{ title: 'BUG: Print', issueType: '', headings: [] }, 'problem'],
  [{ title: 'INFO: Print', issueType: '', headings: [] }, 'reference'],
  [{ title: 'Print', issueType: '', headings: ['Symptoms'] }, 'problem'],
  [{ title: 'Print', issueType: '', headings: ['SUMMARY'] }, undefined],
]

for (const [signs, expected] of KINDS) {
  test(`${signs.title} ${signs.issueType} ${signs.headings.join()} is of kind ${expected}`, () =>
    assert.equal(kindOf(signs), expected))
}

test('supersedence is taken from a sentence about the update of the article, and from no other', () => {
  const find = (sentence: string) => relationsOf(sentence, 'Description of Update Rollup 4 for Clock 2007').supersededBy
  assert.equal(find('Update Rollup 4 for Clock 2007 has been replaced by a later update rollup.'), 'unknown')
  assert.equal(find('This update has been superseded by update 941421.'), 941421)
  assert.equal(find('This update has not been replaced by a later one.'), undefined)
  assert.equal(find('Update Rollup 3 for Clock 2007 has been replaced by Update Rollup 4.'), undefined)
  assert.equal(find('Update Rollup 40 for Clock 2007 has been replaced by a later one.'), undefined)
  assert.equal(find('The file of this update has been replaced by a later file.'), undefined)
  assert.equal(find('This hotfix does not replace any other hotfixes.'), undefined)
})
