import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type JudgedQuery, readJudgedQueries } from '@/bench/measure/judged-queries'
import {
  formatScores,
  getScore,
  listMisses,
  type RankedResult,
  type Score,
  scoreResults,
} from '@/bench/measure/score-results'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder } from '@/tests/support/folder'
import { valuesOf } from '@/tests/support/values-of'

/** The scorer that may be next to the checkout. */
const SCORER = fileURLToPath(new URL('../../../../shared/relevance/score.mjs', import.meta.url))
const QUERIES: readonly JudgedQuery[] = [
  { q: 'first', ids: [1], kind: 'keywords' },
  { q: 'third', ids: [30, 3], kind: 'keywords' },
  { q: 'eleventh', ids: [11], kind: 'keywords' },
  { q: 'repeated', ids: [2], kind: 'keywords' },
  { q: 'never answered', ids: [9], kind: 'typo' },
  { q: '12', ids: [12, 120, 121], kind: 'numberprefix' },
  { q: '13', ids: [13, 130, 131], kind: 'numberprefix' },
]
const RESULTS: readonly RankedResult[] = [
  { q: 'first', ids: [1, 2, 3] },
  { q: 'third', ids: [1, 2, 3] },
  { q: 'eleventh', ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  { q: 'repeated', ids: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] },
  { q: '12', ids: [12, 120, 121] },
  { q: '13', ids: [13, 999, 130, 131] },
]

test('a score counts the first result, the first ten and the rank; repeated articles count once', () => {
  const { count, successAt1, successAt10, reciprocalRank } = scoreOfKind('keywords')
  assert.deepEqual([count, successAt1, successAt10], [4, 1 / 4, 3 / 4])
  assert.equal(reciprocalRank, (1 + 1 / 3 + 1 / 2) / 4)
})

test('a query without a result is a miss', () => {
  assert.deepEqual(getScore(scoreResults(QUERIES, RESULTS), 'typo'), {
    kind: 'typo',
    count: 1,
    successAt1: 0,
    successAt10: 0,
    reciprocalRank: 0,
    unanswered: 1,
  })
})

test('all articles must begin with a prefix of a number, or the query is a miss', () => {
  const { successAt1, successAt10 } = scoreOfKind('numberprefix')
  assert.deepEqual([successAt1, successAt10], [1, 1 / 2])
  assert.deepEqual(valuesOf(listMisses(QUERIES, RESULTS), 'q'), ['eleventh', 'never answered', '13'])
})

test('the overall score is the mean over queries, not over kinds', () => {
  const scores = scoreResults(QUERIES, RESULTS)
  assert.deepEqual(valuesOf(scores, 'kind'), ['keywords', 'typo', 'numberprefix', 'overall'])
  assert.equal(scoreOfKind('overall').successAt10, 4 / 7)
  assert.equal(getScore(scores, 'howto'), undefined)
  assert.match(formatScores(scores), /^overall +7 +42\.9 +57\.1 +0\.548$/m)
})

test('the scores are those of the scorer that came with the queries', { skip: !existsSync(SCORER) }, (context) => {
  const toLines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const folder = makeFolder(context, { 'judged.jsonl': toLines(QUERIES), 'results.jsonl': toLines(RESULTS) })
  const files = ['judged.jsonl', 'results.jsonl'].map((name) => join(folder, name))
  const { stdout } = spawnSync(process.execPath, [SCORER, ...files, '--json'], { encoding: 'utf8' })
  const theirs: readonly Record<string, unknown>[] = JSON.parse(stdout)
  const ours = scoreResults(readJudgedQueries(join(folder, 'judged.jsonl')), RESULTS)
  assert.deepEqual(
    ours.map((score) => [score.kind, score.count, score.successAt1, score.successAt10, score.reciprocalRank]).sort(),
    theirs.map((row) => [row.kind, row.n, row['success@1'], row['success@10'], row['MRR@10']]).sort(),
  )
})

test('a wrong line of judged queries is named, and so is a file that is missing or empty', (context) => {
  const folder = makeFolder(context, { 'empty.jsonl': '\n' })
  const wrong = join(folder, 'wrong.jsonl')
  for (const line of ['{"q": "x"', '{"q": "x", "ids": [], "kind": "typo"}', '{"q": 1, "ids": [1], "kind": "typo"}']) {
    writeFileSync(wrong, `{"q": "fine", "ids": [1], "kind": "typo"}\n\n${line}\n`)
    assert.throws(() => readJudgedQueries(wrong), {
      message: /wrong\.jsonl:3 is not a judged query: ".*\. For example: /,
    })
  }
  for (const name of ['empty.jsonl', 'missing.jsonl'])
    assert.throws(() => readJudgedQueries(join(folder, name)), CommandError)
})

function scoreOfKind(kind: string): Score {
  const score = getScore(scoreResults(QUERIES, RESULTS), kind)
  assert.ok(score)
  return score
}
