import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '@/tests/support/folder'

const CONTENT = 'tests/fixtures/content/updates'
const JUDGED = `{"q": "KB900001", "ids": [900001], "kind": "number"}
{"q": "zzqqxx vvkkjj", "ids": [900001], "kind": "keywords"}
`

test('bench:relevance scores the queries of a file over the index of a content folder', async (context) => {
  const folder = makeFolder(context, { 'judged.jsonl': JUDGED })
  const files = ['--file', join(folder, 'judged.jsonl'), '--index', join(folder, 'index.db')]
  const { code, output } = await run('bench/relevance.ts', ['--content', CONTENT, ...files])
  assert.equal(code, 0, output)
  assert.match(output, /^number +1 +100\.0 +100\.0 +1\.000/m)
  assert.match(output, /^overall +2 +50\.0 +50\.0 +0\.500/m)
})

test('bench:search builds an index, measures the search and prints every bar', async (context) => {
  const folder = makeFolder(context, { 'judged.jsonl': JUDGED })
  const files = ['--file', join(folder, 'judged.jsonl'), '--work', join(folder, 'work')]
  const { code, output } = await run('bench/search.ts', ['--content', CONTENT, '--in-process', ...files])
  assert.equal(code, 0, output)
  assert.match(output, /^\| success@1, overall +\| >= \d+\.\d % +\| 50\.0 % +\| NO +\|$/m)
  assert.match(output, /^\| index build +\| <= 60\.0 s +\| \d+\.\d s +\| yes +\|$/m)
  assert.match(output, /^\| second start to ready +\| <= 3\.0 s +\| - +\| - +\|$/m)
  for (const line of ['search p95, in process', 'suggestions p95, in process', 'worst query'])
    assert.match(output, new RegExp(`^\\| ${line} +\\| <= \\d+(?:\\.\\d)? ms +\\| \\d+(?:\\.\\d)? ms`, 'm'))
})

test('a benchmark that cannot run says what to do, in a sentence and without a stack', async () => {
  for (const [script, args, message] of [
    ['bench/search.ts', [], /Specify the imported archive with --content\./],
    ['bench/search.ts', ['--fast'], /Unknown option "--fast"\. Available options: --content, /],
    ['bench/relevance.ts', ['--index', 'x.db', '--file', 'none.jsonl'], /No file of judged queries at ".*none\.jsonl"/],
  ] as const) {
    const { code, output } = await run(script, args)
    assert.equal(code, 1)
    assert.match(output, message)
    assert.doesNotMatch(output, /^ +at /m)
  }
})

function run(script: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { timeout: 120_000 })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (data: string) => {
        output += data
      })
    child.once('error', reject).once('close', (code) => resolve({ code, output }))
  })
}
