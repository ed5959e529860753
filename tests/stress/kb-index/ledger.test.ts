import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { closeDatabase, execute, openDatabase } from '@/lib/kb-index/file/driver'
import { getLedger, MAX_CHAIN, MAX_EDGES } from '@/lib/kb-index/read/ledger'
import { getSupersedence } from '@/lib/kb-index/read/relations'
import { deriveStates } from '@/lib/kb-index/write/derive-states'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { timed } from '@/tests/support/processor-time'

const LENGTH = 100_000

/** An index of articles numbered from 1, where for each number n `older` is said to be replaced by `next`. */
function chainIndex(context: { after(close: () => void): void }, next: string, older = 'n') {
  const database = openDatabase(':memory:')
  context.after(() => closeDatabase(database))
  execute(database, readFileSync(new URL('../../../lib/kb-index/schema.sql', import.meta.url), 'utf8'))
  execute(
    database,
    `
    CREATE TEMP TABLE place AS WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${LENGTH})
      SELECT n FROM counted;
    INSERT INTO article (number, path, contentHash, title, products, description)
      SELECT n, n || '.md', '', 'x', '[]', '' FROM place;
    INSERT INTO statement (kind, object, subject, isPartial, statedBy, fileLine, origin)
      SELECT 'replaces', ${older}, ${next}, 0, n, 1, 'front-matter' FROM place WHERE ${next} IS NOT NULL`,
  )
  deriveStates(database)
  return database
}

/** The second run is measured: the first one reads pages of the file and compiles code. */
function timedWhenWarm<Result>(run: () => Result) {
  run()
  return timed(run)
}

test('a chain of 100,000 updates is answered in a tenth of a second, with its end and how much is left out', (context) => {
  const index = chainIndex(context, `CASE WHEN n < ${LENGTH} THEN n + 1 END`)
  const { result, milliseconds } = timedWhenWarm(() => getLedger(index, kbNumberOf(1)))
  assert.ok(milliseconds < 100, `${milliseconds} ms`)
  assert.equal(result?.currentArticle?.number, LENGTH)
  assert.equal(result?.chain.length, MAX_CHAIN)
  assert.equal(result?.chainCut, LENGTH - MAX_CHAIN)
  assert.equal(timedWhenWarm(() => getSupersedence(index, kbNumberOf(1))).result?.currentArticle?.number, LENGTH)
  assert.ok(timedWhenWarm(() => getSupersedence(index, kbNumberOf(1))).milliseconds < 100)
})

test('100,000 updates in a cycle, each replacing itself, or all replaced by one, are answered in a tenth of a second', (context) => {
  for (const [next, state] of [
    [`n % ${LENGTH} + 1`, 'no-replacement-known'],
    ['n', 'no-replacement-known'],
    ['CASE WHEN n > 1 THEN 1 END', 'superseded'],
  ] as const) {
    const index = chainIndex(context, next)
    for (const number of [1, 2, LENGTH]) {
      const { result, milliseconds } = timedWhenWarm(() => getLedger(index, kbNumberOf(number)))
      assert.ok(milliseconds < 100, `${next}: ${milliseconds} ms`)
      assert.ok((result?.edges.length ?? 0) <= MAX_EDGES)
      if (number > 1) assert.equal(result?.state, state)
      assert.ok(timedWhenWarm(() => getSupersedence(index, kbNumberOf(number))).milliseconds < 100)
    }
  }
})

test('an article that 100,000 updates are said to replace is answered in a tenth of a second', (context) => {
  const index = chainIndex(context, 'CASE WHEN n > 1 THEN n END', '1')
  const ledger = timedWhenWarm(() => getLedger(index, kbNumberOf(1)))
  assert.ok(ledger.milliseconds < 100, `${ledger.milliseconds} ms`)
  assert.deepEqual([ledger.result?.edges.length, ledger.result?.edgeCounts.supersedes], [MAX_EDGES, LENGTH - 1])
  const known = timedWhenWarm(() => getSupersedence(index, kbNumberOf(1)))
  assert.ok(known.milliseconds < 100, `${known.milliseconds} ms`)
  assert.equal(known.result?.supersededBy[0]?.number, 2)
})
