import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupByProduct } from '@/lib/kb/updates/product-lines'

test('the series of a product stand in the order of follows, whatever the order of the file', () => {
  const series = [stated('C', 'B'), stated('A'), stated('B', 'A'), stated('X', undefined, 'Other'), stated('B', 'C')]
  const products = groupByProduct(series, [{ name: 'B', slug: 'b', updates: [] }])
  assert.deepEqual(
    products.map(({ product, tracks }) => [product, tracks.map((track) => [track.series.line, track.line?.slug])]),
    [
      [
        'Mail',
        [
          ['A', undefined],
          ['B', 'b'],
          ['C', undefined],
        ],
      ],
      ['Other', [['X', undefined]]],
    ],
  )
})

test('series that follow each other in a circle, and no series at all, have an end', () => {
  assert.equal(groupByProduct([stated('A', 'B'), stated('B', 'A')], [])[0]?.tracks.length, 2)
  assert.deepEqual(groupByProduct([], []), [])
})

function stated(line: string, follows?: string, product = 'Mail') {
  return { product, line, shortName: line, follows, release: { name: line } }
}
