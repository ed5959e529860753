import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createElement } from 'react'
import { ProductMap } from '@/components/browse/product-map'
import { layoutProductMap, MAX_TRACKS } from '@/components/browse/product-map-layout'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { ProductTrack } from '@/lib/kb/updates/product-lines'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { textOf } from '@/tests/support/text-of'

const TRACKS = [
  track('RTM', '2000-01-01', ['2001-01-01', '2003-01-01'], 'last-of-line'),
  track('SP1', '2002-01-01', ['2002-06-01', '2004-01-01'], 'latest'),
]

test('a release stands where it was published, and hangs on the track that it follows', () => {
  const layout = layoutProductMap(TRACKS)
  const [first, second] = layout?.tracks ?? []
  assert.ok(layout && first && second)
  assert.deepEqual([first.start, second.start], [2, 49.5])
  assert.ok(second.y > first.y && layout.height > second.y)
  assert.equal(first.before, undefined)
  assert.deepEqual(second.before?.y, first.y)
  assert.deepEqual([first.isEnded, second.isEnded], [true, false])
  assert.equal(second.end, 97)
})

test('the update of the reader is marked on its track, which gets room for the words', () => {
  const here = kbNumberOf(TRACKS[0]?.line?.updates[0]?.number ?? 0)
  const layout = layoutProductMap(TRACKS, here)
  const marked = layout?.tracks.flatMap(({ stations }) => stations.filter(({ isHere }) => isHere))
  assert.deepEqual(
    marked?.map(({ update }) => update.number),
    [here],
  )
  assert.ok((layout?.height ?? 0) > (layoutProductMap(TRACKS)?.height ?? 0))
  assert.equal(layoutProductMap(TRACKS, kbNumberOf(1))?.height, layoutProductMap(TRACKS)?.height)
})

test('the drawing says where the reader is, which update is the latest, and the same in a table', () => {
  const here = TRACKS[0]?.line?.updates[0]?.number
  const words = textOf(createElement(ProductMap, { product: { product: 'Mail', tracks: TRACKS }, here }))
  assert.match(words, /^Map of Mail ?RTM, released January 1, 2000, 2 updates until January 1, 2003\. SP1, released/)
  assert.match(words, /You are here: KB\d+/)
  assert.equal(words.match(/Latest: /g)?.length, 1)
  assert.match(words, /Show the map as a table.*RTM ?January 1, 2000/)
})

test('without a date there is no map; a track without one begins with the track before it', () => {
  assert.equal(layoutProductMap([]), undefined)
  assert.equal(layoutProductMap([track('A', undefined, [undefined])]), undefined)
  const layout = layoutProductMap([...TRACKS, track('SP2', undefined, [undefined]), track('SP3', undefined, [])])
  assert.deepEqual(
    layout?.tracks.map(({ start }) => start),
    [2, 49.5, 49.5, 49.5],
  )
})

test('one update, a release after its updates, and dates that mean nothing stay inside the drawing', () => {
  for (const tracks of [
    [track('A', undefined, ['2001'])],
    [track('A', '2009-01-01', ['2001-01-01', '2002-01-01'])],
    [track('A', 'never', ['0001', '9999', 'later'])],
  ]) {
    const layout = layoutProductMap(tracks)
    assert.ok(layout)
    for (const { start, end, stations } of layout.tracks) {
      assert.ok(start >= 0 && end <= 100 && start <= end)
      assert.ok(stations.every(({ x }) => x >= 0 && x <= 100))
    }
    assert.ok(layout.ticks.length <= 6)
  }
})

test('a thousand updates and a hundred releases are bounded, and keep the newest and that of the reader', () => {
  const days = [...Array(1000).keys()].map((day) => new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10))
  const many = track('A', '2001-01-01', days, 'latest')
  const here = many.line?.updates[500]?.number
  const [only] = layoutProductMap([many], here)?.tracks ?? []
  assert.ok(only && only.stations.length <= 201)
  assert.ok(only.stations.some(({ update }) => update.state === 'latest'))
  assert.ok(only.stations.some(({ isHere }) => isHere))
  const releases = [many, ...[...Array(99).keys()].map((place) => track(`R${place}`, `${1900 + place}`, []))]
  assert.equal(layoutProductMap(releases)?.tracks.length, MAX_TRACKS)
  const withHere = layoutProductMap(releases, here)
  assert.equal(withHere?.tracks[0]?.series.shortName, 'A')
  assert.equal(withHere?.hiddenCount, 100 - MAX_TRACKS - 1)
})

function track(
  shortName: string,
  released: string | undefined,
  dates: readonly (string | undefined)[],
  last: ArticleState = 'superseded',
): ProductTrack {
  const offset = shortName.charCodeAt(shortName.length - 1) * 1000
  const updates = dates.map((date, place) => ({
    number: kbNumberOf(offset + place),
    title: `Update ${place}`,
    products: [],
    released: date,
    state: place === dates.length - 1 ? last : ('superseded' as const),
  }))
  return {
    series: { product: 'Mail', line: shortName, shortName, release: { name: shortName, released } },
    line: { name: shortName, slug: shortName.toLowerCase(), updates },
  }
}
