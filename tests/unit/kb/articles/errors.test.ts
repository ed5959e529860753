import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ArticleError, formatProblem } from '@/lib/kb/articles/errors'
import { kbNumberOf } from '@/tests/support/kb-number-of'

test('a problem is printed as path, line and message', () => {
  const problem = { file: 'updates/kb940006.md', line: 3, message: 'This is wrong. Do that.' }
  assert.equal(formatProblem(problem), 'updates/kb940006.md:3  This is wrong. Do that.')
})

test('an article error names its place and is an error with a stack', () => {
  const place = { file: 'a.md', line: 2, number: kbNumberOf(940006) }
  const error = new ArticleError('This is wrong. Do that.', place)
  assert.ok(error instanceof Error)
  assert.deepEqual([error.name, error.message, error.place], ['ArticleError', 'This is wrong. Do that.', place])
  assert.match(error.stack ?? '', /errors\.test/)
})
