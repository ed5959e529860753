import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import Database from 'libsql'
import { formatProblem } from '@/lib/kb/articles/errors'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getLocation } from '@/lib/kb-index/read/relations'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { assertNoDrafts, indexPath, manyFiles } from '@/tests/support/sample-index'

/** More files than are read without workers. */
const MANY = 450

const textOf = (number: number, body = 'Text.') => `---\nnumber: ${number}\ntitle: Article ${number}\n---\n\n${body}\n`

test('only new and changed files are read, and files that are gone leave', async (context) => {
  const contentDir = makeFolder(context, {
    ...manyFiles(10, (place) => textOf(100 + place)),
    'a.md': textOf(1),
    'b.md': textOf(2),
    'c/d.md': textOf(3),
  })
  const indexFile = indexPath(context)
  const run = async () => {
    const read: number[] = []
    const report = await updateIndex({ contentDir, indexFile, onProgress: (done, total) => read.push(done, total) })
    return { articleCount: report.articleCount, changedCount: report.changedCount, read: read.at(-1) ?? 0 }
  }
  assert.deepEqual(await run(), { articleCount: 13, changedCount: 13, read: 13 })
  assert.deepEqual(await run(), { articleCount: 13, changedCount: 0, read: 0 })

  writeFileSync(join(contentDir, 'a.md'), textOf(1, 'Longer text.'))
  assert.deepEqual(await run(), { articleCount: 13, changedCount: 1, read: 1 })

  // The size stays, the time is another.
  writeFileSync(join(contentDir, 'a.md'), textOf(1, 'LONGER TEXT.'))
  utimesSync(join(contentDir, 'a.md'), 1_000_000, 1_000_000)
  assert.deepEqual(await run(), { articleCount: 13, changedCount: 1, read: 1 })

  unlinkSync(join(contentDir, 'b.md'))
  assert.deepEqual(await run(), { articleCount: 12, changedCount: 1, read: 0 })

  renameSync(join(contentDir, 'c'), join(contentDir, 'renamed'))
  assert.deepEqual(await run(), { articleCount: 12, changedCount: 2, read: 1 })
  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))
  assert.equal(getLocation(index, kbNumberOf(3))?.path, 'renamed/d.md')
  assert.equal(getLocation(index, kbNumberOf(2)), undefined)
})

test('a number that its first file leaves is served from the other', async (context) => {
  const files = manyFiles(10, (place) => textOf(100 + place))
  const contentDir = makeFolder(context, { ...files, 'a.md': textOf(1), 'b.md': textOf(1) })
  const indexFile = indexPath(context)
  const first = await updateIndex({ contentDir, indexFile })
  assert.deepEqual(
    first.problems.map(({ file, line }) => [file, line]),
    [['b.md', 2]],
  )
  for (const [change, served] of [
    [() => writeFileSync(join(contentDir, 'a.md'), textOf(22)), 'b.md'],
    [() => writeFileSync(join(contentDir, 'a.md'), textOf(1)), 'a.md'],
    [() => writeFileSync(join(contentDir, 'a.md'), 'no article'), 'b.md'],
    [() => writeFileSync(join(contentDir, 'a.md'), textOf(1)), 'a.md'],
    [() => unlinkSync(join(contentDir, 'a.md')), 'b.md'],
  ] as const) {
    change()
    await updateIndex({ contentDir, indexFile })
    const index = openIndex(indexFile)
    assert.equal(getLocation(index, kbNumberOf(1))?.path, served)
    closeDatabase(index)
  }
})

test('every fault is named, and everything else is served', async (context) => {
  const contentDir = makeFolder(context, {
    'bad.md': 'no front matter',
    'deep.md': textOf(1, '>'.repeat(10_000)),
    'latin.md': Buffer.from(textOf(2, 'é'), 'latin1'),
    'good.md': textOf(3),
  })
  symlinkSync('/etc/hostname', join(contentDir, 'link.md'))
  const report = await updateIndex({ contentDir, indexFile: indexPath(context) })
  assert.equal(report.articleCount, 1)
  assert.deepEqual(report.problems.map(formatProblem), [
    'bad.md:1  No front matter found. Start the file with a line "---", the fields number and title, and another line "---".',
    'deep.md:5  The body nests lists or quotations too deeply. Reduce the nesting.',
    'latin.md:1  The file is not UTF-8 text. Save it as UTF-8, or import it with "npm run content:import".',
  ])
})

test('when most has changed, all is read into a new index', async (context) => {
  const contentDir = makeFolder(context, { 'a.md': textOf(1), 'b.md': textOf(2), 'c.md': textOf(3) })
  const indexFile = indexPath(context)
  await updateIndex({ contentDir, indexFile })
  const before = statSync(indexFile).ino
  writeFileSync(join(contentDir, 'a.md'), textOf(11))
  let read = 0
  const report = await updateIndex({ contentDir, indexFile, onProgress: (_, total) => (read = total) })
  assert.deepEqual([report.articleCount, report.changedCount, read], [3, 1, 3])
  assert.notEqual(statSync(indexFile).ino, before)
})

test('many files are read by workers, with the same result', async (context) => {
  const files = Object.fromEntries(
    Array.from({ length: MANY }, (_, place) => [
      `${place % 7}/${place}.md`,
      textOf(1000 + place, `See KB${10_000 + place}.`),
    ]),
  )
  const contentDir = makeFolder(context, { ...files, 'bad.md': 'no front matter' })
  const indexFile = indexPath(context)
  const progress: number[] = []
  const report = await updateIndex({ contentDir, indexFile, onProgress: (done) => progress.push(done) })
  assert.deepEqual([report.articleCount, report.changedCount, report.problems.length], [MANY, MANY + 1, 1])
  assert.equal(progress.at(-1), MANY + 1)
  assert.deepEqual(
    progress,
    [...progress].sort((a, b) => a - b),
  )
  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))
  assert.equal(countArticles(index), MANY)
})

test('a fault in the middle leaves the old index and nothing else', async (context) => {
  const contentDir = makeFolder(context, { 'a.md': textOf(1), 'b.md': textOf(2) })
  const indexFile = indexPath(context)
  await updateIndex({ contentDir, indexFile })
  for (const changed of [['a.md'], ['a.md', 'b.md', 'c.md']]) {
    for (const path of changed) writeFileSync(join(contentDir, path), textOf(50 + path.charCodeAt(0), 'Changed text.'))
    const crash = () => {
      throw new Error('The power is gone.')
    }
    await assert.rejects(updateIndex({ contentDir, indexFile, onProgress: crash }), /The power is gone/)
    const index = openIndex(indexFile)
    assert.deepEqual([countArticles(index), getLocation(index, kbNumberOf(1))?.path], [2, 'a.md'])
    closeDatabase(index)
    assertNoDrafts(indexFile)
  }
  assert.equal((await updateIndex({ contentDir, indexFile })).articleCount, 3)
})

test('an index of another version, or none of ours, is built anew', async (context) => {
  const contentDir = makeFolder(context, { 'a.md': textOf(1) })
  const indexFile = indexPath(context)
  await updateIndex({ contentDir, indexFile })
  const database = new Database(indexFile)
  database.pragma('user_version = 0')
  database.close()
  assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, 1)
  writeFileSync(indexFile, 'not a database at all, but a text of some length '.repeat(100))
  assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, 1)
  assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, 0)
})

test('the folder of the index is made, and a content folder that has gone or is empty changes nothing', async (context) => {
  const contentDir = makeFolder(context, { 'a.md': textOf(1) })
  const indexFile = join(indexPath(context), '..', 'new', 'folder', 'index.db')
  assert.equal((await updateIndex({ contentDir, indexFile })).articleCount, 1)
  assert.ok(statSync(indexFile).size > 0)
  rmSync(contentDir, { recursive: true })
  const refused = { message: /has gone or is empty, so the index stays as it was\. Bring the articles back/ }
  await assert.rejects(updateIndex({ contentDir, indexFile }), refused)
  await assert.rejects(updateIndex({ contentDir, indexFile, paths: new Set(['a.md']) }), refused)
  mkdirSync(contentDir)
  writeFileSync(join(contentDir, 'README.md'), 'No article.')
  await assert.rejects(updateIndex({ contentDir, indexFile }), refused)
  await assert.rejects(updateIndex({ contentDir, indexFile, paths: new Set(['a.md']) }), refused)
  writeFileSync(join(contentDir, 'b.md'), textOf(2))
  assert.equal((await updateIndex({ contentDir, indexFile })).articleCount, 1)
})
