import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listFixedIn } from '@/lib/kb-index/read/fixed-in'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import { listProductsOf } from '@/lib/kb-index/read/products'
import {
  getAliased,
  getLinkTarget,
  getSupersedence,
  getUpdateLine,
  listBacklinks,
  listUpdateLines,
} from '@/lib/kb-index/read/relations'
import { getCitedTitle, getReference, listRecentlyReviewed } from '@/lib/kb-index/read/summaries'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

/** A line of five updates, with one beside it. */
const LINE: SampleFiles = {
  '1.md': 'number: 1\ntitle: One\nline: L\nreleased: 2007-01\nsupersededBy: 2\n\nText.',
  '2.md': 'number: 2\ntitle: Two\nline: L\nreleased: 2007-02\nwithdrawn: It was withdrawn.\n\nText.',
  '3.md': 'number: 3\ntitle: Three\nline: L\nreleased: 2007-03\nsupersedes: [1, 2]\n\nText.',
  '4.md': 'number: 4\ntitle: Four\nline: L\nreleased: 2007-04\nsupersedes: 3\n\nText.',
  '5.md': 'number: 5\ntitle: Five\nline: Other\nsupersededBy: unknown\n\nText.',
  '6.md': 'number: 6\ntitle: Six\npartlySupersededBy: [4, 99]\n\nText.',
  '7.md': 'number: 7\ntitle: Seven\nwithdrawn: It was withdrawn.\n\nText.',
  '8.md': 'number: 8\ntitle: Eight\nsupersededBy: 98\n\nText.',
  '9.md': 'number: 9\ntitle: Nine\n\nText.',
}
const line = await openSampleIndex({ after }, LINE)

test('each article has the state that a reader must know first', () => {
  const stateOf = (number: number) => getSupersedence(line, kbNumberOf(number))?.state
  const states =
    'superseded superseded superseded latest superseded-by-unknown partly-superseded withdrawn superseded no-replacement-known'
  assert.equal([1, 2, 3, 4, 5, 6, 7, 8, 9].map(stateOf).join(' '), states)
  assert.deepEqual(listProblems(line), [])
})

test('an article superseded twice names its successor and the newest', () => {
  const known = getSupersedence(line, kbNumberOf(1))
  assert.deepEqual(
    known?.supersededBy.map(({ number, title }) => [number, title]),
    [[2, 'Two']],
  )
  assert.equal(known?.currentArticle?.number, 4)
  const last = getSupersedence(line, kbNumberOf(3))
  assert.deepEqual([last?.supersededBy[0]?.number, last?.currentArticle], [4, undefined])
})

test('a successor that the collection lacks is named by its number', () => {
  assert.deepEqual(getSupersedence(line, kbNumberOf(8))?.supersededBy, [{ number: 98, title: undefined }])
  const parts = getSupersedence(line, kbNumberOf(6))
  assert.deepEqual(
    parts?.supersededBy.map(({ number, summary }) => [number, summary?.state]),
    [
      [4, 'latest'],
      [99, undefined],
    ],
  )
  assert.equal(getSupersedence(line, kbNumberOf(98)), undefined)
})

test('a line is ordered by what replaces what, and lines are listed by name', () => {
  assert.deepEqual(
    listUpdateLines(line).map(({ name, slug, updates }) => [name, slug, updates.map(({ number }) => number)]),
    [
      ['L', 'l', [1, 2, 3, 4]],
      ['Other', 'other', [5]],
    ],
  )
  assert.equal(getUpdateLine(line, 'nowhere'), undefined)
  assert.equal(getSupersedence(line, kbNumberOf(2))?.line?.name, 'L')
})

test('lines whose names look alike in an address never mix', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 1\ntitle: One\nline: 更新 A\n\n',
    '2.md': 'number: 2\ntitle: Two\nline: 更新 a\n\n',
    '3.md': 'number: 3\ntitle: Three\nline: C++\n\n',
    '4.md': 'number: 4\ntitle: Four\nline: C#\n\n',
    '5.md': 'number: 5\ntitle: Five\nline: C 2\n\n',
  })
  const lines = listUpdateLines(index)
  assert.equal(new Set(lines.map(({ slug }) => slug)).size, 5)
  for (const { name, slug, updates } of lines) {
    assert.equal(getUpdateLine(index, slug)?.name, name)
    assert.equal(updates.length, 1)
  }
})

const LINKED: SampleFiles = {
  '1.md': 'number: 1\ntitle: Target\naliases: [7, 8]\n\nSee [Q99999](/kb/99999) and [itself](/kb/1).',
  '2.md': 'number: 2\ntitle: Two\nfixes: [1, 99999]\nreleased: "2008"\n\nFirst [one](/kb/1).\n\nThen [one](/kb/1).',
  '3.md': 'number: 3\ntitle: Three\nfixes: [1]\nreleased: 2007-05-01\n\n- [99999](/kb/99999) A wanted title\n',
  '4.md': 'number: 4\ntitle: Four\nfixes: [1]\n\n- [99999](/kb/99999) A wanted title\n- [1](/kb/1)\n',
  '5.md': 'number: 5\ntitle: Five\n\n- [99999](/kb/99999) A wanted title, cited once and longer\n',
}
const linked = await openSampleIndex({ after }, LINKED)

test('backlinks come in number order, each article once with its first context, and are counted', () => {
  const { backlinks, count } = listBacklinks(linked, kbNumberOf(1), 10)
  assert.deepEqual(
    backlinks.map(({ number, context: words }) => [number, words]),
    [
      [2, 'First one.'],
      [4, '1'],
    ],
  )
  assert.equal(count, 2)
  const limited = listBacklinks(linked, kbNumberOf(99999), 2)
  assert.deepEqual([limited.backlinks.length, limited.count], [2, 4])
})

test('an article is fixed in the updates that list it, oldest first, those without a date last', () => {
  assert.deepEqual(valuesOf(listFixedIn(linked, kbNumberOf(1)), 'number'), [3, 2, 4])
})

test('a wanted article has the title with which most cite it', () => {
  assert.equal(getCitedTitle(linked, kbNumberOf(99999)), 'A wanted title')
  assert.deepEqual(getReference(linked, kbNumberOf(99999)), { number: 99999, title: 'A wanted title' })
  assert.equal(getCitedTitle(linked, kbNumberOf(12345)), undefined)
})

test('an alias leads to its article', () => {
  assert.equal(getAliased(linked, kbNumberOf(7)), 1)
  assert.equal(getAliased(linked, kbNumberOf(1)), undefined)
  assert.equal(getLinkTarget(linked, kbNumberOf(8))?.title, 'Target')
  assert.equal(getLinkTarget(linked, kbNumberOf(99999)), undefined)
})

const PRODUCTS: SampleFiles = {
  '1.md': 'number: 1\ntitle: One\nproducts: [C++, C#, C]\nproductGroup: Languages\nreviewed: 2001-01-01\n\n',
  '2.md': 'number: 2\ntitle: Two\nproducts: [C#]\nproductGroups:\n  used with: [Windows]\nreviewed: "2002"\n\n',
  '3.md': 'number: 3\ntitle: Three\nproducts: [Languages, Alone]\nreviewed: 2001-05\n\n',
}

test('products whose names look alike have addresses of their own, whatever the order of the files', async (context) => {
  for (const files of [PRODUCTS, Object.fromEntries(Object.entries(PRODUCTS).reverse())]) {
    const index = await openSampleIndex(context, files)
    const slugs = listProductsOf(index, kbNumberOf(1)).map(({ name, slug }) => [name, slug])
    assert.deepEqual(slugs, [
      ['C', 'c'],
      ['C#', 'c-2'],
      ['C++', 'c-3'],
      ['Languages', 'languages'],
    ])
  }
})

test('the newest reviews come first', async (context) => {
  const index = await openSampleIndex(context, PRODUCTS)
  assert.deepEqual(valuesOf(listRecentlyReviewed(index, 2), 'number'), [2, 3])
})

test('an article that several updates replace, none of which replaces the others, names them all', async (context) => {
  const index = await openSampleIndex(context, {
    'a.md': 'number: 1\ntitle: One\n\nx',
    'b.md': 'number: 2\ntitle: Two\nsupersedes: 1\n\nx',
    'c.md': 'number: 3\ntitle: Three\nsupersedes: 1\n\nx',
    'd.md': 'number: 4\ntitle: Four\nsupersedes: [2, 5]\n\nx',
    'e.md': 'number: 5\ntitle: Five\n\nx',
  })
  assert.deepEqual(listProblems(index), [])
  const supersedence = getSupersedence(index, kbNumberOf(1))
  assert.deepEqual(valuesOf(supersedence?.supersededBy, 'number'), [2, 3])
  assert.equal(supersedence?.currentArticle?.number, 4)
})
