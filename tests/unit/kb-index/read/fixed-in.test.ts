import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listFixedIn, listFixedInReleases } from '@/lib/kb-index/read/fixed-in'
import {
  ENTRIES_PER_PAGE,
  getReleaseListing,
  hasRelease,
  listReleases,
  listUnknownReleases,
} from '@/lib/kb-index/read/releases'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { manyFiles, openSampleIndex, type SampleFiles } from '@/tests/support/sample-index'
import { valuesOf } from '@/tests/support/values-of'

const PROBLEM = kbNumberOf(100001)

test('the update after the last that lists a fix, and all later ones, contain it; a withdrawn one is passed over', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md': 'number: 100001\ntitle: Problem\n\nText.',
    '2.md': 'number: 100002\ntitle: Two\nline: L\nreleased: 2007-02\nsupersededBy: 100003\nfixes: [100001]\n\n',
    '3.md': 'number: 100003\ntitle: Three\nline: L\nreleased: 2007-03\nsupersededBy: 100004\nfixes: [100001]\n\n',
    '4.md': 'number: 100004\ntitle: Four\nline: L\nreleased: 2007-04\nwithdrawn: Withdrawn.\n\n',
    '5.md': 'number: 100005\ntitle: Five\nline: L\nreleased: 2007-05\n\n',
    '6.md': 'number: 100006\ntitle: Six\nline: M\nreleased: 2007-06\nfixes: [100001]\n\n',
    '7.md': 'number: 100007\ntitle: Seven\nfixes: [100001]\n\n',
  })
  assert.deepEqual(
    listFixedIn(index, PROBLEM).map(({ number, containedIn }) => [number, containedIn?.number]),
    [
      [100002, undefined],
      [100003, 100005],
      [100006, undefined],
      [100007, undefined],
    ],
  )
})

test('an update that lists a problem, and a problem that names the update, are one entry with both words', async (context) => {
  const index = await openSampleIndex(context, {
    '1.md':
      'number: 100001\ntitle: Problem\n\nThis problem has been corrected in the fix that is described in article Q100002.',
    '2.md':
      'number: 100002\ntitle: Update\n\nThis update fixes the problems that are described in the following articles:\n\n- [Q100001](/kb/100001) Problem',
  })
  const [entry, ...others] = listFixedIn(index, PROBLEM)
  assert.equal(others.length, 0)
  assert.deepEqual(valuesOf(entry?.evidence, 'statedBy'), [100001, 100002])
})

const RELEASES: SampleFiles = {
  '1.md':
    'number: 100001\ntitle: Problem\n\n## STATUS\n\nThis problem was first corrected in Windows NT 4.0 Service Pack 4.',
  '2.md':
    'number: 100002\ntitle: Other\nfixedIn: [Windows NT 4.0 SP4, Mozart 1.0a, the latest service pack of 4.0]\n\nText.',
  '3.md':
    'number: 100003\ntitle: List of Bugs Fixed in Windows NT 4.0 Service Pack 5\n\n- [Q100001](/kb/100001) Problem\n- [Q100009](/kb/100009) Absent',
  '4.md':
    'number: 100004\ntitle: List of Bugs Fixed in Windows NT 4.0 Service Pack 4\n\n- [Q100002](/kb/100002) Other\n- [Q100002](/kb/100002) Other again',
}
const index = await openSampleIndex({ after }, RELEASES)

test('a release that a list names and the article does not is disputed, and both sentences are kept', () => {
  const releases = listFixedInReleases(index, PROBLEM)
  assert.deepEqual(
    releases.map(({ slug, isDisputed, evidence }) => [slug, isDisputed, evidence.map(({ statedBy }) => statedBy)]),
    [
      ['windows-nt-4-0-service-pack-4', false, [100001]],
      ['windows-nt-4-0-service-pack-5', true, [100003]],
    ],
  )
  assert.ok(releases.every(({ evidence }) => evidence.every(({ sentence }) => sentence !== undefined)))
  assert.deepEqual(
    listFixedInReleases(index, kbNumberOf(100002)).map(({ name, slug, isDisputed, evidence }) => [
      name,
      slug,
      isDisputed,
      evidence.length,
    ]),
    [
      ['Windows NT 4.0 Service Pack 4', 'windows-nt-4-0-service-pack-4', false, 2],
      ['Mozart 1.0a', undefined, false, 1],
      ['the latest service pack of 4.0', undefined, false, 1],
    ],
  )
})

test('a release that articles name has a page, and one that none names has not', () => {
  assert.deepEqual(
    listReleases(index).map(({ slug, articleCount }) => [slug, articleCount]),
    [
      ['windows-nt-4-0-service-pack-4', 2],
      ['windows-nt-4-0-service-pack-5', 2],
    ],
  )
  assert.ok(hasRelease(index, 'windows-nt-4-0-service-pack-5'))
  for (const slug of ['windows-nt-4-0-service-pack-3', 'nowhere', '']) {
    assert.equal(hasRelease(index, slug), false)
    assert.equal(getReleaseListing(index, slug, 1), undefined)
  }
  const { entries } = getReleaseListing(index, 'windows-nt-4-0-service-pack-5', 1) ?? {}
  assert.deepEqual(
    entries?.items.map(({ article }) => [article.number, article.summary?.title]),
    [
      [100001, 'Problem'],
      [100009, undefined],
    ],
  )
})

test('a release lists its articles in pages, and a page beyond the last is the last', async (context) => {
  const count = ENTRIES_PER_PAGE + 3
  const files = manyFiles(count, (place) => `number: ${100001 + place}\ntitle: x\nfixedIn: [Windows 2000 SP3]\n\n`)
  const index = await openSampleIndex(context, files)
  const last = getReleaseListing(index, 'windows-2000-service-pack-3', 99)
  assert.deepEqual([last?.entries.page, last?.entries.pageCount, last?.entries.items.length], [2, 2, 3])
  assert.equal(last?.release.articleCount, count)
})

test('names that the table does not know are listed for review', () => {
  assert.deepEqual(listUnknownReleases(index, 10), [{ releaseName: 'Mozart 1.0a', articleCount: 1, example: 100002 }])
})
