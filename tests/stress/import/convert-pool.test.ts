import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startConvertPool } from '@/scripts/import/convert-pool'
import { makeFolder } from '@/tests/support/folder'
import { makeDump } from '@/tests/support/make-dump'

/** A thread that gives empty results, ends at a file named `die` and never answers at one named `hang`. */
const FAULTY = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (files) => {
  if (files.some(({ name }) => name === 'die')) process.exit(7)
  if (files.some(({ name }) => name === 'hang')) while (true) {}
  if (files.some(({ name }) => name === 'throw')) throw new Error('thrown')
  parentPort.postMessage(files.map(({ name }) => ({ name, sourceSha256: '', articles: [], problems: [], recalls: [] })))
})
parentPort.postMessage('ready')
`

test('a thread that dies, throws or hangs costs one file, which is reported', async (t) => {
  const folder = makeFolder(t, { 'faulty.mjs': FAULTY })
  const module = pathToFileURL(join(folder, 'faulty.mjs'))
  const pool = await startConvertPool({ threads: 2, verify: false, patienceSeconds: 1, module })
  t.after(() => pool.close())
  const files = (...names: string[]) => names.map((name) => ({ name, bytes: new Uint8Array(1) }))
  const batches = [files('a', 'die', 'b'), files('c'), files('hang', 'd'), files('e', 'throw'), files('f')]
  const results = await Promise.all(batches.map((batch) => pool.convert(batch)))
  assert.deepEqual(
    results.flat().map(({ name, problems }) => [name, ...problems.map(({ what }) => what)]),
    [
      ['a'],
      ['die', 'The converter ended without a result on this file.'],
      ['b'],
      ['c'],
      ['hang', 'The converter took longer than 1 seconds on this file.'],
      ['d'],
      ['e'],
      ['throw', 'The converter failed with "thrown" on this file.'],
      ['f'],
    ],
  )
})

test('the threads convert files and give the bytes and hashes of their articles', async (t) => {
  const pool = await startConvertPool({ threads: 1, verify: true })
  t.after(() => pool.close())
  const bytes = new TextEncoder().encode(makeDump(174932))
  const [result, empty] = await pool.convert([
    { name: 'Q174932.TXT', bytes },
    { name: 'empty.txt', bytes: new Uint8Array(0) },
  ])
  assert.deepEqual(result?.problems, [])
  assert.equal(result?.articles.length, 1)
  assert.match(
    Buffer.from(result?.articles[0]?.bytes ?? []).toString(),
    /^---\nnumber: 174932\n[\s\S]*\n## Symptoms\n/i,
  )
  assert.deepEqual(
    result?.recalls.map(({ number, lost }) => [number, lost]),
    [[174932, []]],
  )
  assert.deepEqual(
    empty?.problems.map(({ kind, refused }) => [kind, refused]),
    [['empty-file', true]],
  )
})

test('threads that cannot start are a fault', async (t) => {
  const module = pathToFileURL(join(makeFolder(t), 'missing.mjs'))
  await assert.rejects(startConvertPool({ threads: 1, verify: false, module }), /missing\.mjs/)
})
