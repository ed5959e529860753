import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { FileResult } from '@/scripts/import/convert-batch'
import type { InputFile } from '@/scripts/import/input-file'
import { startWorkerPool, type WorkerPool, type WorkerPoolOptions } from '@/scripts/shared/worker-pool'
import { makeFolder } from '@/tests/support/folder'
import { makeDump } from '@/tests/support/make-dump'

/** Gives each item back, at `wait` without using the processor; ends its thread at `die`, never answers at `hang` and throws at `throw`. */
const FAULTY = `
export function work(items, data) {
  if (items.includes('die')) process.exit(7)
  if (items.includes('hang')) while (true) {}
  if (items.includes('wait')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
  if (items.includes('throw')) throw new Error('thrown')
  return items.map((item) => data + item)
}
`
const BATCHES = [['a', 'die', 'b'], ['c'], ['hang', 'd'], ['e', 'throw'], ['f', 'wait']]

test('a thread that dies, throws or hangs costs one item, which is reported', async (t) => {
  const module = pathToFileURL(join(makeFolder(t, { 'faulty.mjs': FAULTY }), 'faulty.mjs'))
  const onLost = (item: string, { message }: Error) => `${item} ${message}`
  const pool = await startPool<string, string>(t, { module, threads: 2, data: '+', patienceSeconds: 1, onLost })
  const results = await Promise.all(BATCHES.map((batch) => pool.run(batch)))
  assert.deepEqual(results.flat(), [
    '+a',
    'die ended without a result',
    '+b',
    '+c',
    'hang took longer than 1 seconds',
    '+d',
    '+e',
    'throw failed with "thrown"',
    '+f',
    // Longer than the patience by the clock, as on a machine that does other things.
    '+wait',
  ])
})

test('a loss for which there is no result is thrown, and the pool goes on', async (t) => {
  const module = pathToFileURL(join(makeFolder(t, { 'faulty.mjs': FAULTY }), 'faulty.mjs'))
  const pool = await startPool<string, string>(t, { module, threads: 1, data: '+' })
  const [lost, done] = await Promise.allSettled([pool.run(['a', 'throw']), pool.run(['a', 'b'])])
  assert.match(String(lost.status === 'rejected' && lost.reason), /failed with "thrown"/)
  assert.deepEqual(done, { status: 'fulfilled', value: ['+a', '+b'] })
})

test('the threads convert files and give the bytes and hashes of their articles', async (t) => {
  const module = new URL('../../../scripts/import/convert-batch.ts', import.meta.url)
  const options = { module, name: 'convertBatch', threads: 1, data: { verify: true, trees: new Map() } }
  const pool = await startPool<InputFile, FileResult>(t, options)
  const bytes = new TextEncoder().encode(makeDump(174932))
  const [result, empty] = await pool.run([
    { input: 'in', name: 'Q174932.TXT', bytes },
    { input: 'in', name: 'empty.txt', bytes: new Uint8Array(0) },
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
  await assert.rejects(startPool(t, { module, threads: 1, data: '' }), /missing\.mjs/)
})

async function startPool<Item, Result>(
  t: TestContext,
  options: Pick<WorkerPoolOptions<Item, Result>, 'module' | 'threads' | 'data'> &
    Partial<WorkerPoolOptions<Item, Result>>,
): Promise<WorkerPool<Item, Result>> {
  const onLost = (_: Item, loss: Error) => {
    throw loss
  }
  const pool = await startWorkerPool({ name: 'work', onLost, ...options })
  t.after(() => pool.close())
  return pool
}
