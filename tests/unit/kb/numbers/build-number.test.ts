import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type BuildNumber,
  compareBuildNumbers,
  formatBuildNumber,
  hasBuildPrefix,
  parseBuildNumber,
} from '@/lib/kb/numbers/build-number'

test('leading zeros mean nothing', () => {
  for (const text of ['8.0.744.0', '8.00.0744.000', '08.0.744.0'])
    assert.deepEqual(parseBuildNumber(text), [8, 0, 744, 0])
})

for (const text of ['', '8', '8.', '.8', '8..0', '8.0.0.0.0', '8.0a', '-8.0', '8.0.100000', '8,0', ' 8.0']) {
  test(`${JSON.stringify(text)} is no build`, () => assert.equal(parseBuildNumber(text), undefined))
}

test('parts are ordered as numbers, not as text', () => {
  const ordered = [
    '4.0.993',
    '5.5.999.10',
    '5.5.1960',
    '5.5.2653.3',
    '5.5.2653.22',
    '6.0.0',
    '6.0.4417.5',
    '10.0.1',
  ].map(parse)
  assert.deepEqual([...ordered].reverse().sort(compareBuildNumbers), ordered)
})

test('any three builds are in one order, and a build has one spelling', () => {
  let state = 5
  const random = (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * bound)
  }
  const build = (): BuildNumber => Array.from({ length: 2 + random(3) }, () => random(4) * random(300))
  for (let round = 0; round < 2000; round++) {
    const [one, two, three] = [build(), build(), build()]
    assert.equal(Math.sign(compareBuildNumbers(one, two)) + Math.sign(compareBuildNumbers(two, one)), 0)
    if (compareBuildNumbers(one, two) <= 0 && compareBuildNumbers(two, three) <= 0)
      assert.ok(compareBuildNumbers(one, three) <= 0)
    assert.deepEqual(parse(formatBuildNumber(one)), one)
    assert.equal(compareBuildNumbers(parse(one.map((part) => `00${part}`).join('.')), one), 0)
  }
})

test('a build begins with its own first parts only', () => {
  assert.ok(hasBuildPrefix(parse('6.5.7638.2'), parse('6.5.7638')))
  assert.ok(hasBuildPrefix(parse('6.5.7638'), parse('6.5.7638')))
  assert.ok(!hasBuildPrefix(parse('6.5.76381'), parse('6.5.7638')))
  assert.ok(!hasBuildPrefix(parse('6.5'), parse('6.5.7638')))
})

function parse(text: string): BuildNumber {
  const build = parseBuildNumber(text)
  assert.ok(build, text)
  return build
}
