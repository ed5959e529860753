import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderLine } from '@/lib/kb/updates/order-line'
import { resolveSupersedence, type StatedReplacement } from '@/lib/kb/updates/supersedence'
import { kbNumberOf } from '@/tests/support/kb-number-of'

/** `1>2` is said by 1: "2 replaces me". `1<2` is said by 2: "I replace 1". */
function statementsOf(text: string): StatedReplacement[] {
  return [...text.matchAll(/(\d+)([<>])(\d+)/g)].map(([, left, sign, right]) => {
    const [older, newer] = [kbNumberOf(Number(left)), kbNumberOf(Number(right))]
    return { subject: newer, object: older, statedBy: sign === '>' ? older : newer }
  })
}

function resolve(text: string) {
  const { successors, current, conflicts } = resolveSupersedence(statementsOf(text))
  const show = (pairs: ReadonlyMap<number, number>) =>
    [...pairs]
      .sort(([a], [b]) => a - b)
      .map(([a, b]) => `${a}>${b}`)
      .join(' ')
  return {
    successors: show(successors),
    current: show(current),
    conflicts: conflicts.map(({ kind, numbers, object }) => `${object} ${kind} ${numbers.join(',')}`),
  }
}

/** Statements, the successors and current articles that follow from them, and what contradicts itself. */
const CASES: readonly [
  title: string,
  statements: string,
  successors: string,
  current: string,
  ...conflicts: string[],
][] = [
  ['nothing is stated', '', '', ''],
  ['the older article names its successor', '1>2', '1>2', '1>2'],
  ['the newer article names what it replaces', '1<2', '1>2', '1>2'],
  ['both say the same', '1>2 1<2', '1>2', '1>2'],
  ['an article superseded twice names the newest as the current one', '1>2 2>3', '1>2 2>3', '1>3 2>3'],
  ['a cumulative update replaces all before it, and the nearest is the successor', '1<2 1<3 2<3', '1>2 2>3', '1>3 2>3'],
  ['the nearest is the successor whatever the order of the numbers', '9<5 9<1 5<1', '5>1 9>5', '5>1 9>1'],
  ['a cumulative update may skip one', '1>2 2>3 3>4 1<4', '1>2 2>3 3>4', '1>4 2>4 3>4'],
  [
    "two successors that contradict: the older article's own word counts",
    '1<2 1>3',
    '1>3',
    '1>3',
    '1 two-successors 2,3',
  ],
  [
    'two successors, and the older article says nothing against it: both may be, the lower number is named first',
    '1<3 1<2',
    '1>2',
    '1>2',
  ],
  ['an article cannot replace itself', '1>1', '', ''],
  ['an article that names itself and another is replaced by the other', '1>1 1<2', '1>2', '1>2'],
  ['two articles that replace each other: none is replaced', '1>2 2>1', '', '', '1 cycle 1,2'],
  ['a cycle of three is reported once', '3>1 1>2 2>3', '', '', '1 cycle 1,2,3'],
  ['what a cycle replaces has the cycle as its end', '7>1 8>7 1>2 2>1', '7>1 8>7', '7>1 8>1', '1 cycle 1,2'],
  ['two cycles are two conflicts', '1>2 2>1 3>4 4>3', '', '', '1 cycle 1,2', '3 cycle 3,4'],
  ['two articles may have one successor', '1>3 2>3', '1>3 2>3', '1>3 2>3'],
]

for (const [title, statements, successors, current, ...conflicts] of CASES) {
  test(`${title} (${statements})`, () => {
    const expected = { successors, current, conflicts }
    assert.deepEqual(resolve(statements), expected)
    const reversed = statements.split(' ').reverse().join(' ')
    assert.deepEqual({ ...resolve(reversed), conflicts: [...resolve(reversed).conflicts].sort() }, expected, reversed)
  })
}

const LINES: readonly [title: string, updates: string, successors: string, expected: string][] = [
  ['by date', '1@2008-02 2@2007-05-01 3@2009', '', '2 1 3'],
  ['by number where dates are equal', '3@2008 1@2008 2@2008', '', '1 2 3'],
  ['an unknown date comes last', '1 2@2008', '', '2 1'],
  ['what is replaced comes first, whatever the dates', '1@2009 2@2008', '1>2', '1 2'],
  ['what is replaced comes first, whatever the numbers', '5 4 3', '5>4 4>3', '5 4 3'],
  ['what waited follows at once', '1@2001 2@2002 3@2003 4@2004', '3>1', '2 3 1 4'],
  ['a successor outside the line orders nothing', '1@2001 2@2002', '1>9', '1 2'],
  ['updates of a cycle come last', '1@2001 2@2002 3@2003', '1>2 2>1', '3 1 2'],
  ['an update that replaces itself comes last', '1@2001 2@2002', '1>1', '2 1'],
  ['an empty line', '', '', ''],
]

for (const [title, updates, successors, expected] of LINES) {
  test(`a line is ordered ${title}: ${updates} with ${successors || 'no successors'}`, () => {
    const given = updates
      .split(' ')
      .filter(Boolean)
      .map((text) => {
        const [number, released] = text.split('@')
        return { number: kbNumberOf(Number(number)), released }
      })
    const known = new Map(statementsOf(successors).map(({ object, subject }) => [object, subject]))
    for (const order of [given, given.toReversed()]) {
      const ordered = orderLine(order, known)
      assert.equal(ordered.map(({ number }) => number).join(' '), expected)
    }
  })
}
