import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { articlePath } from '@/lib/content/write-article'
import { MANIFEST_NAME } from '@/scripts/import/import-manifest'
import { openOutputFolder, type Placement } from '@/scripts/import/output-folder'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** One run of the importer: places each text, in order, and closes unless the run is `killed`. */
function run(folder: string, texts: Readonly<Record<number, string>>, { killed = false, dryRun = false } = {}) {
  const output = openOutputFolder(folder, { dryRun })
  const placements: Placement[] = []
  for (const [number, text] of Object.entries(texts)) {
    const bytes = new TextEncoder().encode(text)
    placements.push(output.place({ number: kbNumberOf(Number(number)), bytes, sha256: sha256(text) }))
  }
  if (!killed) output.close()
  return placements
}

test('a number decides the path, and no folder holds more than a thousand articles', () => {
  const table = { 1: '000/kb1.md', 10022: '010/kb10022.md', 174932: '174/kb174932.md', 4012345: '4012/kb4012345.md' }
  for (const [number, path] of Object.entries(table)) assert.equal(articlePath(kbNumberOf(Number(number))), path)
})

test('a second run writes only what has changed', (t) => {
  const folder = makeFolder(t)
  assert.deepEqual(run(folder, { 1000: 'one', 2000: 'two' }), ['written', 'written'])
  assert.deepEqual(run(folder, { 1000: 'one', 2000: 'two, corrected' }), ['unchanged', 'written'])
  assert.deepEqual(readFolder(folder), {
    [MANIFEST_NAME]: `1000 ${sha256('one')}\n2000 ${sha256('two, corrected')}\n`,
    '001/kb1000.md': 'one',
    '002/kb2000.md': 'two, corrected',
  })
})

test('a file that a person edited stays, and is taken over again when the edit is undone', (t) => {
  const folder = makeFolder(t)
  const path = join(folder, '001/kb1000.md')
  run(folder, { 1000: 'one' })
  writeFileSync(path, 'one, edited')
  assert.deepEqual(run(folder, { 1000: 'one' }), ['kept'])
  assert.deepEqual(run(folder, { 1000: 'one, converted better' }), ['kept'])
  assert.equal(readFileSync(path, 'utf8'), 'one, edited')
  writeFileSync(path, 'one')
  assert.deepEqual(run(folder, { 1000: 'one, converted better' }), ['written'])
})

test('a file that the importer did not write stays, unless it is what would be written', (t) => {
  const folder = makeFolder(t, { '001/kb1000.md': 'by hand', '001/kb1001.md': 'same' })
  assert.deepEqual(run(folder, { 1000: 'one', 1001: 'same' }), ['kept', 'unchanged'])
  assert.deepEqual(run(folder, { 1001: 'same, converted better' }), ['written'])
})

test('a file that was deleted is written again', (t) => {
  const folder = makeFolder(t)
  run(folder, { 1000: 'one' })
  rmSync(join(folder, '001/kb1000.md'))
  assert.deepEqual(run(folder, { 1000: 'one' }), ['written'])
})

test('after a run that was killed the files are known as the own ones of the importer', (t) => {
  const folder = makeFolder(t)
  run(folder, { 1000: 'one', 2000: 'two' })
  run(folder, { 1000: 'one, better', 3000: 'three' }, { killed: true })
  assert.deepEqual(run(folder, { 1000: 'one, best', 2000: 'two, better', 3000: 'three, better' }), [
    'written',
    'written',
    'written',
  ])
})

test('a run that was killed between the note and the file leaves the old file as an own one', (t) => {
  const folder = makeFolder(t)
  run(folder, { 1000: 'one' })
  appendFileSync(join(folder, MANIFEST_NAME), `1000 ${sha256('never written')}\n2000 ${sha256('two')}\n3000 05fa`)
  assert.deepEqual(run(folder, { 1000: 'one, better', 2000: 'two' }), ['written', 'written'])
  assert.match(readFileSync(join(folder, MANIFEST_NAME), 'utf8'), /^1000 \w{64}\n2000 \w{64}\n$/)
})

test('what a killed run left half-written is cleared away', (t) => {
  const folder = makeFolder(t, { '001/.kb1500.md.tmp': 'half', '001/.other.tmp': 'not ours' })
  run(folder, { 1000: 'one' })
  assert.deepEqual(Object.keys(readFolder(folder)), [MANIFEST_NAME, '001/.other.tmp', '001/kb1000.md'])
})

test('a manifest with a foreign line stops the import before anything is written', (t) => {
  const folder = makeFolder(t, { [MANIFEST_NAME]: `1000 ${sha256('one')}\n<<<<<<< HEAD\n` })
  assert.throws(
    () => run(folder, { 1000: 'one' }),
    (error) => {
      return error instanceof CommandError && /:2 {2}"<<<<<<< HEAD" is not .*\. Restore .*\.$/.test(error.message)
    },
  )
  assert.equal(existsSync(join(folder, '001')), false)
})

test('a link in the place of a folder or a file is never followed', (t) => {
  const folder = makeFolder(t, { 'out/2/x': '', 'elsewhere/kb1000.md': 'theirs' })
  const out = join(folder, 'out')
  mkdirSync(join(out, '002'))
  symlinkSync(join(folder, 'elsewhere'), join(out, '001'))
  symlinkSync(join(folder, 'elsewhere/kb1000.md'), join(out, '002/kb2000.md'))
  writeFileSync(join(out, '003'), 'a file')
  assert.deepEqual(run(out, { 1000: 'one', 2000: 'two', 3000: 'three' }), ['blocked', 'blocked', 'blocked'])
  assert.equal(readFileSync(join(folder, 'elsewhere/kb1000.md'), 'utf8'), 'theirs')
})

test('a dry run gives the same answers and touches nothing', (t) => {
  const folder = makeFolder(t)
  const fresh = join(folder, 'fresh')
  assert.deepEqual(run(fresh, { 1000: 'one' }, { dryRun: true }), ['written'])
  assert.equal(existsSync(fresh), false)
  run(folder, { 1000: 'one', 2000: 'two' })
  writeFileSync(join(folder, '002/kb2000.md'), 'edited')
  const before = readFolder(folder)
  assert.deepEqual(run(folder, { 1000: 'one', 2000: 'two', 3000: 'x' }, { dryRun: true }), [
    'unchanged',
    'kept',
    'written',
  ])
  assert.deepEqual(readFolder(folder), before)
})
