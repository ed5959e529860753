import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runImport } from '@/scripts/import/run-import'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { assertExpected, assertExpectedJson } from '@/tests/support/golden'

const FIXTURES = fileURLToPath(new URL('../../fixtures/learn/', import.meta.url))
const REPOSITORY = join(FIXTURES, 'repository')

async function importInto(out: string, input: string) {
  return runImport({ inputs: [input], out, dryRun: false, verify: true, threads: 0, captured: '2023-01-13' })
}

test('a repository of living articles becomes the articles on file, word for word', async (context) => {
  const out = makeFolder(context)
  const { problems, words } = await importInto(out, REPOSITORY)
  const files = readFolder(out)
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith('.')) continue
    const expected = join(FIXTURES, 'articles', path)
    if (process.env.UPDATE === '1') mkdirSync(dirname(expected), { recursive: true })
    assertExpected(expected, text)
  }
  assert.deepEqual(
    Object.keys(files).filter((path) => !path.startsWith('.')),
    Object.keys(readFolder(join(FIXTURES, 'articles'))),
  )
  assertExpectedJson(
    join(FIXTURES, 'problems.json'),
    problems.map(({ file, line, kind, what, handled, refused }) => ({ file, line, kind, what, handled, refused })),
  )
  assert.deepEqual(words.incomplete, [])
})
