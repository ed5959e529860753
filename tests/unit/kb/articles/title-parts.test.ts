import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTitlePart } from '@/lib/kb/articles/title-parts'
import { listParts } from '@/lib/kb-index/read/title-parts'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex } from '@/tests/support/sample-index'

/** Titles of the archive: those of a row are parts of one work. */
const WORKS = [
  [
    'Guide To Windows NT 4.0 Profiles and Policies (Part 1 of 6)',
    'Guide To Windows NT 4.0 Profiles and Policies (Part 5 of 6)',
  ],
  ['INFO: Error Codes in Windows NT Part 1 of 2 (article I)', 'HOWTO: Error Codes in Windows NT Part 2 of 2'],
  ['README.TXT: Microsoft MS-DOS 6.2 (Part 1 of 4)', 'Microsoft MS-DOS 6.2 (Part 4 of 4)'],
  ['JULIA CHILD: README.WRI Contents (Part 1 of 2)', 'Julia Child: Readme.wri Contents (Part 2 of 2)'],
  ['Baseball 1995: BS95READ.TXT Contents (Part 1 of 3)', 'Baseball 1995: BS95READ.TXT (Part 3 of 3)'],
  [
    'Part 1 of 2 Visual FoxPro Prof Files After Installation',
    'Part 2 of 2 Visual FoxPro Prof Files After Installation',
  ],
] as const

test('the parts of a work have one key, and no two works have the same', () => {
  const keys = WORKS.map((titles) => new Set(titles.map((title) => parseTitlePart(title)?.key)))
  for (const own of keys) assert.equal(own.size, 1)
  assert.equal(new Set(keys.flatMap((own) => [...own])).size, WORKS.length)
})

test('a title that names no part of several is none', () => {
  for (const title of [
    'Part of 6',
    'Part 7 of 6',
    'Part 0 of 2',
    'Part 1 of 1',
    'Part 1 of 2',
    'Counterpart 1 of 2 x',
  ]) {
    assert.equal(parseTitlePart(title), undefined, title)
  }
})

test('an article lists the parts that the collection has, without those that two articles claim to be', async (context) => {
  const titles = [
    'Guide (Part 1 of 4)',
    'Guide (Part 2 of 4)',
    'Guide (Part 2 of 4)',
    'Guide (Part 4 of 4)',
    'Other (Part 1 of 4)',
  ]
  const index = await openSampleIndex(
    context,
    Object.fromEntries(titles.map((title, place) => [`${place}.md`, `number: ${place + 1}\ntitle: ${title}\n\nText.`])),
  )
  const parts = (number: number) => listParts(index, kbNumberOf(number)).map((part) => [part.part, part.number])
  assert.deepEqual(parts(1), [
    [1, 1],
    [4, 4],
  ])
  assert.deepEqual([parts(2), parts(5), parts(99)], [[], [], []])
})
