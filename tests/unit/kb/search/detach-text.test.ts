import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detachText } from '@/lib/kb/search/detach-text'

test('a detached text is equal to the piece that it was made of', () => {
  for (const piece of ['', 'abc', 'é', '😀', '\ud83d', 'a\u0000b', 'x'.repeat(5000)])
    assert.equal(detachText(piece), piece)
})

test('a dictionary of pieces does not keep the texts alive that they were cut from', () => {
  const kept: string[] = []
  const before = process.memoryUsage().heapUsed
  for (let round = 0; round < 400; round++)
    kept.push(detachText(`identifier${round}`.padEnd(200_000, ' x').slice(0, 20)))
  // 400 texts of 200,000 characters each would take 80 MB.
  assert.ok(process.memoryUsage().heapUsed - before < 40_000_000)
  assert.equal(kept.length, 400)
})
