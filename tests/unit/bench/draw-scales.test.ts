import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawScales } from '@/bench/collections/draw-scales'
import type { Scale } from '@/bench/collections/scale'

test('what takes ten times as long for ten times as much is a straight line that reaches its bar', () => {
  const builds = pointsOf(drawScales([10_000, 100_000, 1_000_000].map((articles) => scaleOf(articles, articles / 667))))
  const [first, second, third] = builds
  assert.ok(first && second && third, 'three points')
  near(second.x - first.x, third.x - second.x)
  near(second.y - first.y, third.y - second.y)
  assert.ok(third.y < first.y, 'more is higher')
})

test('a size that was not measured has no point', () => {
  assert.equal(pointsOf(drawScales([scaleOf(10_000, 20), scaleOf(100_000, 160)])).length, 2)
})

function near(one: number, other: number): void {
  assert.ok(Math.abs(one - other) < 0.5, `${one} is not ${other}`)
}

/** The points of the first curve, which is that of builds. */
function pointsOf(svg: string): { x: number; y: number }[] {
  const points = /points="([^"]*)"/.exec(svg)?.[1] ?? ''
  return points.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number)
    return { x, y }
  })
}

function scaleOf(articles: number, buildSeconds: number): Scale {
  const middle = { p50: 1, p95: 2 }
  const bytes = 1_000_000
  return {
    articles,
    buildSeconds,
    markdownBytes: bytes,
    indexBytes: bytes,
    readingBytes: bytes,
    search: middle,
    article: middle,
  }
}
