import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeBuild, type Release } from '@/lib/check/place-build'
import { kbNumberOf } from '@/tests/unit/kb/kb-number-of'

const RELEASES: readonly Release[] = [
  release(3, '8.1.263.1', 'sp1'),
  release(1, '8.0.708.3', 'rtm'),
  release(2, '8.0.1000.0', 'rtm'),
  release(4, '8.1.240.6'),
  release(5, '8.1.278.2', 'sp1'),
]

/** A release, its line, and its place: `below = or < build < above, latest`. */
const CASES: readonly (readonly [build: string, places: readonly string[]])[] = [
  ['8.0.685.24', ['rtm:  < 1, latest 2']],
  ['8.0.708.3', ['rtm: =1 < 2, latest 2']],
  ['8.00.0708.003', ['rtm: =1 < 2, latest 2']],
  ['8.0.999.99999', ['rtm: 1 < 2, latest 2']],
  ['8.0.1000', ['rtm: =2 < , latest 2']],
  ['8.0.2000.0', ['rtm: 2 < , latest 2']],
  ['8.1.240.6', ['sp1: =4 < 3, latest 5']],
  ['8.1.263.1', ['sp1: =3 < 5, latest 5']],
  ['8.2.1.0', []],
  ['6.5.7638', []],
]

for (const [build, expected] of CASES) {
  test(`${build} lies between the releases of its own line only`, () => {
    const places = placeBuild(build, RELEASES).map(
      ({ slug, below, isExact, above, latest }) =>
        `${slug}: ${isExact ? '=' : ''}${below?.number ?? ''} < ${above?.number ?? ''}, latest ${latest?.number}`,
    )
    assert.deepEqual(places, expected)
  })
}

test('where two lines have builds of one family each is told for itself', () => {
  const places = placeBuild('5.5.5', [release(1, '5.5.1', 'a'), release(2, '5.5.9', 'b')])
  assert.deepEqual(
    places.map(({ slug, below, above }) => [slug, below?.number, above?.number]),
    [
      ['a', 1, undefined],
      ['b', undefined, 2],
    ],
  )
})

function release(number: number, build: string, lineSlug?: string): Release {
  const summary = {
    number: kbNumberOf(number),
    title: `Release ${number}`,
    products: [],
    state: 'current',
    build,
  } as const
  return { summary: { ...summary, line: lineSlug }, lineSlug }
}
