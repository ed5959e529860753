import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgressDisplay, formatProgress } from '@/scripts/import/import-progress'

const half = { readBytes: 500, totalBytes: 1000, articles: 12_345 }

function collect(isTTY: boolean) {
  let time = 0
  const written: string[] = []
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) }
  const display = createProgressDisplay(stream, () => time)
  return { written, display, wait: (milliseconds: number) => (time += milliseconds) }
}

test('progress has a bar, the share, the rate and the time left', () => {
  assert.equal(formatProgress(half, 10), '[##########..........]  50 %  12,345 articles  1,235/s  0:10 left')
  assert.match(
    formatProgress({ readBytes: 0, totalBytes: 1000, articles: 0 }, 0),
    / 0 % {2}0 articles {2}0\/s {2}\? left/,
  )
  assert.match(formatProgress({ readBytes: 0, totalBytes: 0, articles: 0 }, 1), /100 %/)
  assert.match(formatProgress({ readBytes: 100, totalBytes: 1000, articles: 5 }, 60), /9:00 left/)
})

test('on a terminal the bar is drawn over itself, fits the line and is taken away at the end', () => {
  const { written, display, wait } = collect(true)
  for (let step = 0; step < 10; step++) {
    wait(50)
    display.show(half)
  }
  assert.equal(written.length, 5, 'ten times a second at most')
  for (const text of written) assert.match(text, /^\r.{39}\u001b\[K$/)
  display.clear()
  assert.equal(written.at(-1), '\r\u001b[K')
})

test('elsewhere there is a plain line every few seconds and nothing to take away', () => {
  const { written, display, wait } = collect(false)
  for (let step = 0; step < 12; step++) {
    wait(1000)
    display.show(half)
  }
  display.clear()
  assert.equal(written.length, 2)
  for (const text of written) assert.match(text, /^\[#{10}\.{10}\] {2}50 %.*\n$/)
})
