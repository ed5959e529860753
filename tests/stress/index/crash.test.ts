import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex, sharedIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { type ChildUpdate, startUpdate } from '@/tests/support/processes/child-update'
import { seededRandom } from '@/tests/support/random'
import { assertNoDrafts, indexPath } from '@/tests/support/sample-index'

const FILES = 12

test('a first build that is killed leaves no index and no trace for the next', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  const build = start(context, contentDir, indexFile, FILES)
  await build.says('standing')
  await build.kill()
  assert.ok(!existsSync(indexFile))
  await updateIndex({ contentDir, indexFile })
  assert.deepEqual(readTitles(indexFile), ['old'])
  assertNoDrafts(indexFile)
})

for (const [what, changed] of [
  ['an update', 1],
  ['a new index in place of the old', FILES],
] as const) {
  test(`${what} that is killed leaves the old index, which is read all the while`, async (context) => {
    const { contentDir, indexFile } = places(context, 'old')
    await updateIndex({ contentDir, indexFile })
    writeArticles(contentDir, 'new', changed)
    const update = start(context, contentDir, indexFile, changed)
    await update.says('standing')
    assert.deepEqual(readTitles(indexFile), ['old'])
    await update.kill()
    assert.deepEqual(readTitles(indexFile), ['old'])
    assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, changed)
    assert.deepEqual(readTitles(indexFile), changed === FILES ? ['new'] : ['new', 'old'])
    assertNoDrafts(indexFile)
  })
}

/** With the updates below, seventy kills in all. */
const KILLS = { rebuild: 40, update: 30 } as const

for (const [what, kills] of Object.entries(KILLS)) {
  test(`whenever one of ${kills} is killed, the index is the old one or the new one: ${what}`, async (context) => {
    const { contentDir, indexFile } = places(context, 'round 0')
    await updateIndex({ contentDir, indexFile })
    const random = seededRandom(5)
    for (let round = 1; round <= kills; round++) {
      const before = readTitles(indexFile)
      writeArticles(contentDir, `round ${round}`, what === 'rebuild' ? FILES : 1)
      const update = start(context, contentDir, indexFile)
      await update.says('begun')
      await Promise.race([wait(random() * 120), update.ended])
      await update.kill()
      const titles = readTitles(indexFile)
      if (what === 'rebuild') assert.ok(titles.length === 1 && [before[0], `round ${round}`].includes(titles[0]))
      else assert.deepEqual(titles, titles.includes(`round ${round}`) ? ['round 0', `round ${round}`] : before)
    }
    await updateIndex({ contentDir, indexFile })
    assert.ok(readTitles(indexFile).includes(`round ${kills}`))
    assertNoDrafts(indexFile)
  })
}

test('two builds at once make one index, and neither disturbs the other', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  const updates = [start(context, contentDir, indexFile), start(context, contentDir, indexFile)]
  await Promise.all([updateIndex({ contentDir, indexFile }), ...updates.map((update) => update.says('begun'))])
  assert.deepEqual(await Promise.all(updates.map((update) => update.ended)), [0, 0])
  assert.deepEqual(readTitles(indexFile), ['old'])
  assertNoDrafts(indexFile)

  writeArticles(contentDir, 'new', FILES)
  const waits: string[] = []
  const reports = await Promise.all(
    ['a', 'b'].map((name) => updateIndex({ contentDir, indexFile, onWait: () => waits.push(name) })),
  )
  assert.deepEqual(
    reports.map(({ articleCount, changedCount }) => [articleCount, changedCount]),
    [
      [FILES, FILES],
      [FILES, 0],
    ],
  )
  assert.deepEqual(waits, ['b'])
})

test('who waits for a process that is killed goes on by itself', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  const build = start(context, contentDir, indexFile, FILES)
  await build.says('standing')
  let hasWaited = false
  const update = updateIndex({
    contentDir,
    indexFile,
    onWait: () => {
      hasWaited = true
      build.process.kill('SIGKILL')
    },
  })
  assert.equal((await update).changedCount, FILES)
  assert.ok(hasWaited)
  assert.deepEqual(readTitles(indexFile), ['old'])
})

test('a reader keeps what it has open while indexes are swapped in, and new ones see the newest', async (context) => {
  const { contentDir, indexFile } = places(context, 'round 0')
  await updateIndex({ contentDir, indexFile })
  const first = openIndex(indexFile)
  context.after(() => closeDatabase(first))
  for (let round = 1; round <= 2; round++) {
    writeArticles(contentDir, `round ${round}`, FILES)
    const update = start(context, contentDir, indexFile)
    let isRunning = true
    const ended = update.ended.finally(() => (isRunning = false))
    while (isRunning) {
      assert.equal(countArticles(first), FILES)
      assert.equal(countArticles(sharedIndex(indexFile)), FILES)
      const titles = readTitles(indexFile)
      assert.ok(titles.length === 1 && [`round ${round - 1}`, `round ${round}`].includes(titles[0] ?? ''))
      await wait(5)
    }
    assert.equal(await ended, 0)
  }
  assert.deepEqual(titlesOf(first), ['round 0'])
  assert.deepEqual(readTitles(indexFile), ['round 2'])
  // A new file is read to its end before it is served.
  while (titlesOf(sharedIndex(indexFile))[0] !== 'round 2') await wait(50)
})

test('a reader that comes while the index is locked for a moment waits for that moment', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  await updateIndex({ contentDir, indexFile })
  const script = `
    import Database from 'libsql'
    const database = new Database(process.argv[1])
    database.exec('BEGIN EXCLUSIVE')
    console.log('locked')
    setTimeout(() => database.exec('COMMIT'), 300)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, indexFile], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  })
  context.after(() => holder.kill())
  await once(holder.stdout, 'data')
  assert.deepEqual(readTitles(indexFile), ['old'])
})

test('a journal beside an index reaches neither its readers nor the index that replaces it', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  await updateIndex({ contentDir, indexFile })
  const sound = readFileSync(indexFile)
  const unfinished = new Database(indexFile)
  context.after(() => unfinished.close())
  unfinished.pragma('journal_mode = WAL')
  unfinished.pragma('wal_autocheckpoint = 0')
  unfinished.exec(`UPDATE article SET title = 'journal', description = '${'x'.repeat(9000)}'`)
  assert.ok(statSync(`${indexFile}-wal`).size > 0)
  assert.equal(isCurrentIndex(indexFile), false)
  writeFileSync(indexFile, sound)
  assert.equal(isCurrentIndex(indexFile), false)
  await updateIndex({ contentDir, indexFile })
  assert.deepEqual(readTitles(indexFile), ['old'])
})

test('a file with a new time and the same text is not written again', async (context) => {
  const { contentDir, indexFile } = places(context, 'old')
  await updateIndex({ contentDir, indexFile })
  for (let number = 1; number <= FILES; number++) utimesSync(join(contentDir, `${number}.md`), 1e6, 1e6)
  const read: number[] = []
  const options = { contentDir, indexFile, onProgress: (done: number) => read.push(done) }
  assert.deepEqual([(await updateIndex(options)).changedCount, read], [0, []])
  const times = openIndex(indexFile)
  context.after(() => closeDatabase(times))
  assert.deepEqual(allRows(times, 'SELECT DISTINCT mtimeMs FROM file'), [{ mtimeMs: 1e9 }])

  // One that has another text of the same length is, and so is nothing else.
  writeFileSync(join(contentDir, '1.md'), articleText(1, 'new'))
  utimesSync(join(contentDir, '2.md'), 2e6, 2e6)
  assert.deepEqual([(await updateIndex(options)).changedCount, read], [1, [1]])
  assert.deepEqual(readTitles(indexFile), ['new', 'old'])
})

function places(context: TestContext, title: string): { contentDir: string; indexFile: string } {
  const contentDir = makeFolder(context)
  writeArticles(contentDir, title, FILES)
  return { contentDir, indexFile: indexPath(context) }
}

function writeArticles(contentDir: string, title: string, count: number): void {
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(contentDir, `${number}.md`), articleText(number, title))
  }
}

function articleText(number: number, title: string): string {
  return `---\nnumber: ${number}\ntitle: ${title}\n---\n\nText of KB${10_000 + number}.\n`
}

function start(context: TestContext, contentDir: string, indexFile: string, standsStillAt?: number): ChildUpdate {
  const update = startUpdate(contentDir, indexFile, standsStillAt)
  context.after(() => update.kill())
  return update
}

/** The titles of a sound index, each once. */
function readTitles(indexFile: string): string[] {
  assert.ok(isCurrentIndex(indexFile))
  const database = openIndex(indexFile)
  try {
    assert.deepEqual(allRows(database, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }])
    assert.equal(countArticles(database), FILES)
    return titlesOf(database)
  } finally {
    closeDatabase(database)
  }
}

function titlesOf(database: ReturnType<typeof openIndex>): string[] {
  return allRows<{ title: string }>(database, 'SELECT DISTINCT title FROM article ORDER BY title').map(
    ({ title }) => title,
  )
}
