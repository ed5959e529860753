import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DrawingFrame, layoutLine } from '@/components/browse/line-layout'
import { listTicks } from '@/components/browse/time-ticks'
import type { ArticleState } from '@/lib/kb/articles/article'
import type { LineStep } from '@/lib/kb/updates/line-steps'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { valuesOf } from '@/tests/support/values-of'

const FRAME: DrawingFrame = { width: 1100, left: 100, right: 1100, top: 30, rowHeight: 20, barAt: 10 }

test('the newest stands on top, and each bar ends where its successor begins', () => {
  const { rows, height } = layoutLine(
    [step(1, '2001-01-01', 2), step(2, '2002-01-01', 3), step(3, '2004-01-01', undefined, 'latest')],
    FRAME,
  )
  assert.deepEqual(
    rows.map((row) => [row.step.update.number, row.y, row.barY, row.ending]),
    [
      [3, 30, 40, 'open'],
      [2, 50, 60, 'replaced'],
      [1, 70, 80, 'replaced'],
    ],
  )
  const [third, second, first] = rows
  assert.equal(height, 90)
  assert.deepEqual([first?.start, first?.end, first?.successorY], [100, second?.start, 60])
  assert.deepEqual([second?.end, second?.successorY], [third?.start, 40])
  assert.deepEqual([third?.start, third?.end], [1000, 1100])
  // Two years are twice as long as one.
  const [one, two] = [(first?.end ?? 0) - (first?.start ?? 0), (second?.end ?? 0) - (second?.start ?? 0)]
  assert.ok(Math.abs(two / one - 2) < 0.01)
})

test('an unknown date stands between its neighbours, and is said to be unknown', () => {
  const { rows } = layoutLine(
    [step(1, '2001-01-01', 2), step(2, undefined, 3), step(3, undefined, 4), step(4, '2001-12-01')],
    FRAME,
  )
  const starts = rows.map(({ start }) => Math.round(start)).toReversed()
  assert.deepEqual(starts, [100, 400, 700, 1000])
  assert.deepEqual(valuesOf(rows, 'isDated'), [true, false, false, true])
})

test('unknown dates at the ends stand with the next known one; without any known date all stand at equal distances', () => {
  const atEnds = layoutLine([step(1), step(2, '2001-01-01'), step(3, '2002-01-01'), step(4)], FRAME)
  assert.deepEqual(valuesOf(atEnds.rows, 'start'), [1000, 1000, 100, 100])
  const undated = layoutLine([step(1), step(2), step(3)], FRAME)
  assert.deepEqual(valuesOf(undated.rows, 'start'), [1000, 550, 100])
  assert.deepEqual(undated.ticks, [])
})

test('a successor that is older by its date does not turn a bar round', () => {
  const { rows } = layoutLine([step(1, '2005-01-01', 2), step(2, '2001-01-01')], FRAME)
  assert.ok(rows.every(({ start, end }) => end >= start))
})

test('what is replaced by something outside of the line or withdrawn ends at a time that is not known', () => {
  const { rows } = layoutLine(
    [
      step(1, '2001-01-01', 99, 'superseded'),
      step(2, '2002-01-01', undefined, 'withdrawn'),
      step(3, '2003-01-01', undefined, 'superseded-by-unknown'),
      step(4, '2004-01-01', undefined, 'no-replacement-known'),
    ],
    FRAME,
  )
  assert.deepEqual(valuesOf(rows, 'ending'), ['open', 'cut', 'cut', 'cut'])
})

test('a line of one update, and dates that are months or years only, stay inside the drawing', () => {
  for (const dates of [['2001-05-06'], ['2001'], ['2001-05', '2001-05'], [undefined]]) {
    const { rows, ticks } = layoutLine(
      dates.map((date, place) => step(place + 1, date)),
      FRAME,
    )
    assert.ok(rows.every(({ start, end }) => start >= FRAME.left && end <= FRAME.right && end >= start))
    assert.ok(ticks.every(({ x }) => x >= FRAME.left && x <= FRAME.right))
  }
})

test('marks are as close as their labels allow: months, quarters, years, decades', () => {
  const labels = (from: string, to: string) =>
    listTicks(Date.parse(from), Date.parse(to), { left: 0, right: 500 }).map(({ label }) => label)
  assert.deepEqual(labels('2007-04-17', '2007-07-20'), ['May 2007', 'Jun 2007', 'Jul 2007'])
  assert.deepEqual(labels('2007-04-17', '2008-07-20'), ['Jul 2007', 'Oct 2007', 'Jan 2008', 'Apr 2008'])
  assert.deepEqual(labels('2010-09-09', '2017-06-01'), ['2011', '2012', '2013', '2014', '2015', '2016'])
  assert.deepEqual(labels('1951-01-01', '2009-01-01'), ['1960', '1970', '1980', '1990', '2000'])
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
