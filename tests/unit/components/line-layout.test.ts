import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutLine } from '@/components/browse/line-layout'
import { createTimeScale } from '@/components/browse/time-scale'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { kbNumberOf } from '@/tests/support/kb-number-of'

test('each bar ends where its successor begins, and the latest runs to the edge', () => {
  const { bars } = layoutLine([
    step(1, '2001-01-01', 2),
    step(2, '2002-01-01', 3),
    step(3, '2004-01-01', undefined, 'latest'),
  ])
  assert.deepEqual(
    bars.map(({ start, end, ending }) => [start, end, ending]),
    [
      [0, 30, 'replaced'],
      [30, 90, 'replaced'],
      [90, 99, 'open'],
    ],
  )
})

test('an unknown date stands between its neighbors, and is said to be unknown', () => {
  const { bars } = layoutLine([
    step(1, '2001-01-01', 2),
    step(2, undefined, 3),
    step(3, undefined, 4),
    step(4, '2001-12-01'),
  ])
  assert.deepEqual(
    bars.map(({ start, isDated }) => [start, isDated]),
    [
      [0, true],
      [30, false],
      [60, false],
      [90, true],
    ],
  )
})

test('unknown dates at the ends stand with the next known one; without any known date there are no bars', () => {
  const atEnds = layoutLine([step(1), step(2, '2001-01-01'), step(3, '2002-01-01'), step(4)])
  assert.deepEqual(
    atEnds.bars.map(({ start }) => start),
    [0, 0, 90, 90],
  )
  assert.deepEqual(layoutLine([step(1), step(2), step(3)]), { bars: [], ticks: [] })
  assert.deepEqual(layoutLine([]), { bars: [], ticks: [] })
})

test('a successor that is older by its date does not turn a bar round', () => {
  const { bars } = layoutLine([step(1, '2005-01-01', 2), step(2, '2001-01-01')])
  assert.ok(bars.every(({ start, end }) => end >= start))
})

test('what is replaced by something outside of the line or withdrawn ends at a time that is not known', () => {
  const { bars } = layoutLine([
    step(1, '2001-01-01', 99, 'superseded'),
    step(2, '2002-01-01', undefined, 'withdrawn'),
    step(3, '2003-01-01', undefined, 'superseded-by-unknown'),
    step(4, '2004-01-01', undefined, 'no-replacement-known'),
  ])
  assert.deepEqual(
    bars.map(({ ending }) => ending),
    ['cut', 'cut', 'cut', 'open'],
  )
})

test('a line of one update, and dates that are months or years only, stay inside the drawing', () => {
  for (const dates of [['2001-05-06'], ['2001'], ['2001-05', '2001-05'], ['0001', '9999'], ['never', '2001']]) {
    const { bars, ticks } = layoutLine(dates.map((date, place) => step(place + 1, date)))
    assert.equal(bars.length, dates.length)
    assert.ok(bars.every(({ start, end }) => start >= 0 && end <= 100 && end >= start))
    assert.ok(ticks.length <= 6 && ticks.every(({ x }) => x >= 0 && x <= 100))
  }
})

test('marks are as close as their labels allow: months, quarters, years, decades', () => {
  const labels = (...dates: string[]) =>
    createTimeScale(dates.map(Date.parse), { start: 0, end: 100, maxTicks: 5 })?.ticks.map(({ label }) => label)
  assert.deepEqual(labels('2007-04-17', '2007-07-20'), ['May 2007', 'Jun 2007', 'Jul 2007'])
  assert.deepEqual(labels('2007-04-17', '2008-07-20'), ['Jul 2007', 'Oct 2007', 'Jan 2008', 'Apr 2008'])
  assert.deepEqual(labels('2010-09-09', '2015-06-01'), ['2012', '2013', '2014'])
  assert.deepEqual(labels('1961-01-01', '2009-01-01'), ['1970', '1980', '1990', '2000'])
})

function step(
  number: number,
  released?: string,
  supersededBy?: number,
  state: ArticleState = 'no-replacement-known',
): LineStep {
  return {
    update: { number: kbNumberOf(number), title: `Update ${number}`, products: [], state, released },
    supersededBy: supersededBy === undefined ? undefined : kbNumberOf(supersededBy),
    replaces: [],
    fixCount: 0,
    newFixCount: 0,
  }
}
