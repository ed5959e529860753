import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { releaseOfSlug } from '@/lib/kb/releases/release-names'
import { type Label, labelsOf, type Quote } from '@/tests/support/statements-of'

interface Labelled extends Quote {
  /** What a reader takes from it; `fixed-in` and `requires` name releases as the table does. */
  readonly expect: readonly string[]
  readonly why?: string
}

const GOLD: readonly Labelled[] = readFileSync(
  new URL('../../../fixtures/statements/gold.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

test('at least 150 sentences are labelled, and half of them state nothing', () => {
  assert.ok(GOLD.length >= 150)
  assert.ok(GOLD.filter(({ expect }) => expect.length === 0).length >= GOLD.length / 2)
})

test('of the edges taken from the labelled sentences at least 98 of 100 are right, and at least 90 of 100 are found', (t) => {
  const wrong: string[] = []
  const missed: string[] = []
  let right = 0
  for (const quote of GOLD) {
    const found = new Set(labelsOf(quote).flatMap(edgesOf))
    const expected = new Set(quote.expect)
    for (const edge of found) {
      if (expected.has(edge)) right += 1
      else wrong.push(`KB${quote.article}: ${edge}`)
    }
    missed.push(...[...expected].filter((edge) => !found.has(edge)).map((edge) => `KB${quote.article}: ${edge}`))
  }
  const precision = right / (right + wrong.length)
  const recall = right / (right + missed.length)
  t.diagnostic(
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${right} edges; missed: ${missed.join('; ')}`,
  )
  assert.ok(precision >= 0.98, `wrong: ${wrong.join('; ')}`)
  assert.ok(recall >= 0.9, `missed: ${missed.join('; ')}`)
})

/** A statement as labels write it. A release that the table does not know makes no edge. */
function edgesOf({ kind, target, releases, part, releaseName }: Label): string[] {
  if (target !== undefined) return [`${kind} ${target}${part === undefined ? '' : ' in part'}`]
  if (releaseName === undefined) return [`${kind} unknown`]
  return releases.map((slug) => `${kind} ${releaseOfSlug(slug)?.name}`)
}
