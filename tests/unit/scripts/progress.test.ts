import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgress, formatCount, formatProgress } from '@/scripts/shared/progress.mjs'

const half = { share: 0.5, count: 12_345, what: '12,345 articles' }

function collect(isTTY: boolean) {
  let time = 0
  const written: string[] = []
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) }
  const progress = createProgress(stream, () => time)
  return { written, progress, wait: (milliseconds: number) => (time += milliseconds) }
}

test('progress has the share, the rate and the time left', () => {
  const what = 'x'
  for (const [progress, seconds, text] of [
    [half, 10, ' 50 %  12,345 articles, 1,235/s, 10 s left'],
    [
      { share: 12_300 / 60_338, count: 12_300, what: '12,300 of 60,338 files' },
      8,
      ' 20 %  12,300 of 60,338 files, 1,538/s, 32 s left',
    ],
    [{ share: 0.1, count: 5, what }, 60, ' 10 %  x, 0/s, 9 min left'],
    [{ share: 1, count: 450, what }, 2, '100 %  x, 225/s, 0 s left'],
    [{ share: 0, count: 0, what }, 0, '  0 %  x, 0/s, ? left'],
    [{ share: 0, count: 0, what }, 5, '  0 %  x, 0/s, ? left'],
    [{ share: 0.5, count: 1, what }, 0, ' 50 %  x, 0/s, 0 s left'],
  ] as const) {
    assert.equal(formatProgress(progress, seconds), text)
  }
})

test('on a terminal the bar is drawn over itself, fits the line and is removed at the end', () => {
  const { written, progress, wait } = collect(true)
  for (let step = 0; step < 10; step++) {
    wait(50)
    progress.show(half)
  }
  assert.equal(written.length, 5, 'ten times a second at most')
  for (const text of written) assert.match(text, /^\r\[#{10}\.{10}\] {2}50 %.{11}\u001b\[K$/)
  assert.equal(progress.clear(), true)
  assert.equal(written.at(-1), '\r\u001b[K')
})

test('elsewhere there is a plain line every few seconds and nothing to remove', () => {
  const { written, progress, wait } = collect(false)
  for (let step = 0; step < 12; step++) {
    wait(1000)
    progress.show(half)
  }
  progress.clear()
  assert.equal(written.length, 2)
  for (const text of written) assert.match(text, /^ +50 % {2}12,345 articles, .*\n$/)
})

test('work that is done at once shows nothing', () => {
  const { written, progress } = collect(true)
  progress.show(half)
  assert.equal(progress.clear(), false)
  assert.deepEqual(written, [])
})

test('a count has its noun in the right number', () => {
  assert.deepEqual(
    [formatCount(60_338), formatCount(1, 'article'), formatCount(0, 'article'), formatCount(1234, 'file')],
    ['60,338', '1 article', '0 articles', '1,234 files'],
  )
})
