import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { createFilesInHand } from '@/scripts/index/files-in-hand'
import { readBatch } from '@/scripts/index/read-file'
import { watchFolders } from '@/scripts/index/watch-folders'
import { makeFolder } from '@/tests/support/folder'
import { indexPath } from '@/tests/support/sample-index'

/** A system under load tells of a change late. */
const PATIENCE_MS = 20_000
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

test('articles and folders that change, come or go are seen, and nothing else is', async (context) => {
  const folder = makeFolder(context, { 'a.md': '', 'sub/b.md': '', 'other.txt': '', '.git/c.md': '' })
  let changes = 0
  context.after(watchFolders(folder, { onChange: () => changes++, onFault: assert.fail }))
  const sees = async (what: string, change: () => void): Promise<void> => {
    const before = changes
    change()
    await until(() => changes > before, what)
    await wait(50)
  }
  await sees('a change', () => writeFileSync(join(folder, 'a.md'), 'x'))
  await sees('a change below', () => writeFileSync(join(folder, 'sub/b.md'), 'x'))
  await sees('a new folder', () => mkdirSync(join(folder, 'new.folder')))
  await sees('an article in it', () => writeFileSync(join(folder, 'new.folder/d.md'), 'x'))
  await sees('another name of it', () => renameSync(join(folder, 'new.folder'), join(folder, 'renamed')))
  await sees('an article in what was renamed', () => writeFileSync(join(folder, 'renamed/e.md'), 'x'))
  await sees('a folder that goes', () => rmSync(join(folder, 'sub'), { recursive: true }))
  await sees('an article that goes', () => rmSync(join(folder, 'a.md')))
  await wait(200)
  const before = changes
  writeFileSync(join(folder, 'other.txt'), 'x')
  writeFileSync(join(folder, '.a.md.swp'), 'x')
  writeFileSync(join(folder, '.git/c.md'), 'x')
  await wait(300)
  assert.equal(changes, before)
})

test('while the watcher runs, a change is in the index, and a fault does not end it', async (context) => {
  const contentDir = makeFolder(context, { 'a.md': articleText('Old') })
  const indexFile = indexPath(context)
  const watcher = spawn(process.execPath, ['--import', 'tsx', 'scripts/commands/watch-content.ts'], {
    cwd: ROOT,
    env: { ...process.env, KB_CONTENT: contentDir, KB_INDEX: indexFile },
    stdio: 'ignore',
  })
  context.after(() => watcher.kill('SIGKILL'))
  const shows = (title: string) => until(() => readTitles(indexFile).includes(title), title)
  await shows('Old')
  writeFileSync(join(contentDir, 'a.md'), articleText('New'))
  await shows('New')
  // Where the index was, there is a folder: nothing can be written.
  rmSync(indexFile)
  mkdirSync(indexFile)
  writeFileSync(join(contentDir, 'a.md'), articleText('Lost'))
  await wait(1000)
  rmSync(indexFile, { recursive: true })
  writeFileSync(join(contentDir, 'a.md'), articleText('Found'))
  await shows('Found')
})

test('a file that has gone since it was listed is no fault', (context) => {
  const file = { path: 'gone.md', size: 1, mtimeMs: 1 }
  const options = { contentDir: makeFolder(context), secondsPerFile: 10, inHand: createFilesInHand() }
  assert.deepEqual(readBatch([{ file, place: 0 }], options), [undefined])
})

function articleText(title: string): string {
  return `---\nnumber: 1\ntitle: ${title}\n---\n\nText.\n`
}

function readTitles(indexFile: string): string[] {
  if (!isCurrentIndex(indexFile)) return []
  const database = openIndex(indexFile)
  try {
    return allRows<{ title: string }>(database, 'SELECT title FROM article').map(({ title }) => title)
  } finally {
    closeDatabase(database)
  }
}

async function until(isTrue: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!isTrue()) {
    assert.ok(performance.now() < end, `${what} was not seen.`)
    await wait(20)
  }
}
