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

const CASES: readonly [title: string, statements: string, expected: ReturnType<typeof resolve>][] = [
  ['nothing is stated', '', { successors: '', current: '', conflicts: [] }],
  ['the older article names its successor', '1>2', { successors: '1>2', current: '1>2', conflicts: [] }],
  ['the newer article names what it replaces', '1<2', { successors: '1>2', current: '1>2', conflicts: [] }],
  ['both say the same', '1>2 1<2', { successors: '1>2', current: '1>2', conflicts: [] }],
  [
    'an article superseded twice names the newest as the current one',
    '1>2 2>3',
    { successors: '1>2 2>3', current: '1>3 2>3', conflicts: [] },
  ],
  [
    'a cumulative update replaces all before it, and the nearest is the successor',
    '1<2 1<3 2<3',
    { successors: '1>2 2>3', current: '1>3 2>3', conflicts: [] },
  ],
  [
    'the nearest is the successor whatever the order of the numbers',
    '9<5 9<1 5<1',
    { successors: '5>1 9>5', current: '5>1 9>1', conflicts: [] },
  ],
  [
    'a cumulative update may skip one',
    '1>2 2>3 3>4 1<4',
    { successors: '1>2 2>3 3>4', current: '1>4 2>4 3>4', conflicts: [] },
  ],
  [
    "two successors that contradict: the older article's own word counts",
    '1<2 1>3',
    { successors: '1>3', current: '1>3', conflicts: ['1 two-successors 2,3'] },
  ],
  [
    'two successors, and the older article says nothing against it: both may be, the lower number is named first',
    '1<3 1<2',
    { successors: '1>2', current: '1>2', conflicts: [] },
  ],
  ['an article cannot replace itself', '1>1', { successors: '', current: '', conflicts: [] }],
  [
    'an article that names itself and another is replaced by the other',
    '1>1 1<2',
    { successors: '1>2', current: '1>2', conflicts: [] },
  ],
  [
    'two articles that replace each other: none is replaced',
    '1>2 2>1',
    { successors: '', current: '', conflicts: ['1 cycle 1,2'] },
  ],
  ['a cycle of three is reported once', '3>1 1>2 2>3', { successors: '', current: '', conflicts: ['1 cycle 1,2,3'] }],
  [
    'what a cycle replaces has the cycle as its end',
    '7>1 8>7 1>2 2>1',
    { successors: '7>1 8>7', current: '7>1 8>1', conflicts: ['1 cycle 1,2'] },
  ],
  [
    'two cycles are two conflicts',
    '1>2 2>1 3>4 4>3',
    { successors: '', current: '', conflicts: ['1 cycle 1,2', '3 cycle 3,4'] },
  ],
  ['two articles may have one successor', '1>3 2>3', { successors: '1>3 2>3', current: '1>3 2>3', conflicts: [] }],
]

for (const [title, statements, expected] of CASES) {
  test(`${title} (${statements})`, () => {
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
