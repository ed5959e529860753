import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodePositions, findFrom, keepFollowed, PositionList } from '@/lib/kb-index/search/phrases/position-list'
import { seededRandom } from '@/tests/support/random'

function listOf(positions: readonly number[]): PositionList {
  const list = new PositionList()
  for (const position of positions) list.add(position)
  return list
}

test('pieces give back all positions, whatever their distances, and none is longer than a quarter of a page', () => {
  const random = seededRandom(7)
  for (const [count, spread] of [
    [0, 1],
    [1, 1],
    [2, 2 ** 30],
    [5000, 100],
    [5000, 20_000],
  ] as const) {
    let last = -1
    const positions = Array.from({ length: count }, () => {
      last += 1 + Math.floor(random() * spread)
      return last
    })
    const pieces = listOf(positions).listPieces(10)
    assert.deepEqual([...decodePositions(pieces)], positions)
    for (const piece of pieces) assert.ok(piece.positions.length <= 970)
    for (const { first } of pieces) assert.ok(positions.includes(first))
  }
})

test('positions before a list become its beginning', () => {
  for (const own of [[], [9], [9, 400]]) {
    const list = listOf(own)
    list.prepend(Int32Array.of(1, 5))
    list.add(1000)
    assert.deepEqual([...decodePositions(list.listPieces(1))], [1, 5, ...own, 1000])
  }
})

test('the first value that is not below another is found from any place on', () => {
  const values = Int32Array.of(1, 3, 3, 8, 20, 21)
  for (let wanted = 0; wanted < 23; wanted++) {
    for (let at = 0; at <= values.length; at++) {
      const expected = values.findIndex((value, index) => index >= at && value >= wanted)
      assert.equal(findFrom(values, wanted, at), expected < 0 ? values.length : expected, `${wanted} from ${at}`)
    }
  }
  assert.deepEqual([...keepFollowed(Int32Array.of(0, 2, 7, 19), values, 1)], [0, 2, 7, 19])
  assert.deepEqual([...keepFollowed(Int32Array.of(0, 2, 7, 19), values, 2)], [1, 19].slice(1))
})
