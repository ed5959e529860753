import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type LineFacts, listLineSteps } from '@/lib/kb/updates/line-steps'
import { findUpdatePath } from '@/lib/kb/updates/update-path'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { timed } from '@/tests/support/processor-time'

/** Five updates, each replaced by the next; the second lists none of its fixes. */
const CHAIN = makeLine([1, 2, 3, 4, 5], {
  successors: { 1: 2, 2: 3, 3: 4, 4: 5, 5: undefined },
  fixes: { 1: [101, 102], 3: [102, 103], 4: [103, 104], 5: [101, 105] },
})

test('the way has every update between, and the fixes that none before lists, each with the first that does', () => {
  assert.deepEqual(wayBetween(CHAIN, 2, 5), {
    updates: [3, 4, 5],
    isStated: true,
    fixes: [
      [103, 3],
      [104, 4],
      [105, 5],
    ],
  })
})

test('there is no way back, to itself, or to an update that the line does not have', () => {
  assert.equal(wayBetween(CHAIN, 5, 2), undefined)
  assert.deepEqual(wayBetween(CHAIN, 3, 3)?.updates, [])
  assert.equal(wayBetween(CHAIN, 3, 9), undefined)
  assert.equal(wayBetween(CHAIN, 9, 3), undefined)
})

test('what the newer update replaced besides the older one is gained as well', () => {
  const line = makeLine([1, 2, 3], { successors: { 1: 3, 2: 3 }, fixes: { 1: [101], 2: [102], 3: [103] } })
  assert.deepEqual(wayBetween(line, 2, 3), {
    updates: [1, 3],
    isStated: true,
    fixes: [
      [101, 1],
      [103, 3],
    ],
  })
})

test('where nothing says that one replaces the other, the order of the line decides', () => {
  const line = makeLine([1, 2, 3], { successors: { 1: 2 }, fixes: { 1: [101], 2: [102], 3: [101, 103] } })
  assert.deepEqual(wayBetween(line, 1, 3), {
    updates: [2, 3],
    isStated: false,
    fixes: [
      [102, 2],
      [103, 3],
    ],
  })
  assert.equal(wayBetween(line, 3, 1), undefined)
})

test('the fixes gained are the set difference of what the two contain, for every pair of a line', () => {
  const contained = (number: number) =>
    new Set(range(number).flatMap((update) => CHAIN.facts.fixes.get(kb(update)) ?? []))
  for (const from of range(5)) {
    for (const to of range(5).filter((number) => number > from)) {
      const expected = [...contained(to)].filter((fix) => !contained(from).has(fix))
      assert.deepEqual(
        new Set(wayBetween(CHAIN, from, to)?.fixes.map(([fix]) => fix)),
        new Set(expected),
        `${from}-${to}`,
      )
    }
  }
})

test('a chain of 20,000 updates is walked without recursion, in time', () => {
  const numbers = range(20_000)
  const successors = Object.fromEntries(numbers.map((number) => [number, number + 1]))
  const line = makeLine(numbers, { successors, fixes: { 20000: [7_000_001] } })
  const { result, milliseconds } = timed(() => wayBetween(line, 1, 20_000))
  assert.equal(result?.updates.length, 19_999)
  assert.ok(milliseconds < 1000, `${milliseconds} ms`)
})

test('each step of a line tells what it replaces, what replaces it, and how many of its fixes are new', () => {
  assert.deepEqual(
    listLineSteps(CHAIN.updates, CHAIN.facts).map(({ update, supersededBy, replaces, fixCount, newFixCount }) => [
      update.number,
      replaces.map(({ number }) => number),
      supersededBy,
      fixCount,
      newFixCount,
    ]),
    [
      [1, [], 2, 2, 2],
      [2, [1], 3, 0, 0],
      [3, [2], 4, 2, 1],
      [4, [3], 5, 2, 1],
      [5, [4], undefined, 2, 1],
    ],
  )
})

interface Line {
  readonly updates: readonly ArticleSummary[]
  readonly facts: LineFacts
}

function makeLine(
  numbers: readonly number[],
  { successors, fixes }: { successors: Record<number, number | undefined>; fixes: Record<number, readonly number[]> },
): Line {
  const updates = numbers.map(
    (number): ArticleSummary => ({
      number: kb(number),
      title: `Update ${number}`,
      products: [],
      state: 'no-replacement-known',
    }),
  )
  const stated = Object.entries(successors).flatMap(([older, newer]): [KbNumber, KbNumber][] =>
    newer === undefined ? [] : [[kb(Number(older)), kb(newer)]],
  )
  const listed = Object.entries(fixes).map(([update, list]): [KbNumber, KbNumber[]] => [
    kb(Number(update)),
    list.map(kb),
  ])
  return { updates, facts: { successors: new Map(stated), fixes: new Map(listed) } }
}

function wayBetween({ updates, facts }: Line, from: number, to: number) {
  const way = findUpdatePath(updates, facts, { from: kb(from), to: kb(to) })
  return (
    way && {
      updates: way.updates.map(({ number }): number => number),
      isStated: way.isStated,
      fixes: way.fixes.map(({ number, fixedBy }): [number, number] => [number, fixedBy]),
    }
  )
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1)
}

function kb(number: number): KbNumber {
  return kbNumberOf(number)
}
