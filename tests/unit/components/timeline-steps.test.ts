import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listTimelineSteps } from '@/components/article/supersedence/timeline-steps'
import type { UpdateLine } from '@/lib/kb/articles/article'
import { kbNumberOf } from '@/tests/support/kb-number-of'

function lineOf(titles: readonly (string | undefined)[]): UpdateLine {
  const updates = titles.map((shortTitle, position) => ({
    number: kbNumberOf(100 + position),
    title: `Title ${position}`,
    shortTitle,
    products: [],
    state: 'no-replacement-known' as const,
  }))
  return { name: 'A line', slug: 'a-line', updates }
}

const rollups = (count: number) => lineOf([...Array(count).keys()].map((position) => `Update Rollup ${position + 1}`))
const labels = (line: UpdateLine, here?: number) =>
  listTimelineSteps(line, here === undefined ? undefined : kbNumberOf(here)).map(({ label, isHere }) =>
    isHere ? `[${label}]` : label,
  )
const shown = (line: UpdateLine, here?: number) => labels(line, here).join(', ')

test('a short line shows every update, with one of the words that all share', () => {
  assert.deepEqual(labels(rollups(3), 101), ['Rollup 1', '[Rollup 2]', 'Rollup 3'])
})

test('a long line shows its ends and the neighbours of the article, and says how many it leaves out', () => {
  assert.equal(shown(rollups(25), 111), 'Rollup 1, … 9 more, Rollup 11, [Rollup 12], Rollup 13, … 11 more, Rollup 25')
})

test('an update that would be left out alone is shown', () => {
  assert.deepEqual(labels(rollups(9), 103).slice(0, 5), ['Rollup 1', 'Rollup 2', 'Rollup 3', '[Rollup 4]', 'Rollup 5'])
})

test('a long line without an article shows its first and its newest updates', () => {
  assert.equal(shown(rollups(10)), 'Rollup 1, … 3 more, Rollup 5, Rollup 6, Rollup 7, Rollup 8, Rollup 9, Rollup 10')
})

test('an update without a short title is named by its number, and the others keep their whole names', () => {
  assert.deepEqual(labels(lineOf(['Update Rollup 1', undefined]), 100), ['[Update Rollup 1]', 'KB101'])
})

test('updates of one and the same name keep it', () => {
  assert.deepEqual(labels(lineOf(['Update Rollup', 'Update Rollup'])), ['Update Rollup', 'Update Rollup'])
})
