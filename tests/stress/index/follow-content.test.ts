import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { KeptTexts, keptTextsFile } from '@/lib/content/kept-texts'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { listProblems } from '@/lib/kb-index/read/indexed-files'
import { followContent, type WatchMode } from '@/scripts/index/follow-content'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { indexPath, manyFiles } from '@/tests/support/sample-index'

/** A system under load tells of a change late. */
const PATIENCE_MS = 30_000

const article = (number: number, title: string) => `---\nnumber: ${number}\ntitle: ${title}\n---\n\nText of ${title}.\n`

for (const mode of ['on', 'poll'] as const) {
  test(`files that are added, changed, renamed, broken, mended and removed are followed (${mode})`, async (context) => {
    const { contentDir, indexFile, isTrue, titles } = await follow(context, mode)
    const put = (name: string, text: string) => writeFileSync(join(contentDir, name), text)

    put('a.md', article(1, 'Changed'))
    await isTrue('changed', () => titles().includes('Changed'))
    mkdirSync(join(contentDir, 'sub'))
    put('sub/b.md', article(2, 'Added'))
    await isTrue('added', () => titles().includes('Added'))
    renameSync(join(contentDir, 'sub/b.md'), join(contentDir, 'c.md'))
    await isTrue('renamed', () => pathsOf(indexFile).includes('c.md'))
    rmSync(join(contentDir, 'c.md'))
    await isTrue('removed', () => !titles().includes('Added'))

    put('a.md', '---\nnumber: 1\ntitle: [\n---\n\nHalf of a text')
    await isTrue('told', () => problemFiles(indexFile).includes('a.md'))
    assert.ok(titles().includes('Changed'), 'the last good version stays')
    assert.match(textOf(indexFile, 'a.md') ?? '', /Text of Changed/)
    // Exactly as it was before it was broken.
    put('a.md', article(1, 'Changed'))
    await isTrue('mended', () => problemFiles(indexFile).length === 0)

    put('series.yaml', 'product: P\nseries:\n  - line: L\n    shortName: S\n    release: { name: R }\n')
    await isTrue('a series', () => countSeries(indexFile) === 1)
    put('series.yaml', 'product: P\nseries: [')
    await isTrue('a broken series', () => problemFiles(indexFile).includes('series.yaml'))
    assert.equal(countSeries(indexFile), 1)
  })
}

test('a folder that vanishes is told once and changes nothing, and its return is seen', async (context) => {
  const { contentDir, indexFile, isTrue, titles, faults, recoveries } = await follow(context, 'on')
  const away = `${contentDir}-away`
  context.after(() => rmSync(away, { recursive: true, force: true }))
  renameSync(contentDir, away)
  await isTrue('told', () => faults.length > 0)
  // The watches of the folder that went away are no watches of the folder that is served.
  writeFileSync(join(away, 'a.md'), article(1, 'Changed while away'))
  mkdirSync(contentDir)
  await wait(2500)
  assert.equal(faults.length, 1, faults.join('\n'))
  assert.match(faults[0] ?? '', /has gone or is empty, so the index stays as it was/)
  assert.equal(titles().length, 12)
  assert.match(textOf(indexFile, 'a.md') ?? '', /Text of First/)
  rmSync(contentDir, { recursive: true })
  renameSync(away, contentDir)
  await isTrue('back', () => titles().includes('Changed while away'))
  assert.equal(recoveries.length, 1)
  writeFileSync(join(contentDir, 'a.md'), article(1, 'Followed again'))
  await isTrue('followed', () => titles().includes('Followed again'))
})

test('no edit of many in a row is lost, whatever is written meanwhile', async (context) => {
  const { contentDir, indexFile, isTrue, titles } = await follow(context, 'on')
  const last = new Map<number, string>()
  for (let edit = 0; edit < 300; edit++) {
    const number = 100 + (edit % 10)
    const title = `Edit ${edit}`
    last.set(number, title)
    // Half of the editors write in place and half put a new file there.
    const file = join(contentDir, `${edit % 10}.md`)
    const isInPlace = edit % 2 === 0
    writeFileSync(isInPlace ? file : `${file}.tmp`, article(number, title))
    if (!isInPlace) renameSync(`${file}.tmp`, file)
    if (edit % 7 === 0) await wait(20)
    // Another process that checks the same folder writes the same index.
    if (edit % 60 === 0) await updateIndex({ contentDir, indexFile })
  }
  await isTrue('all edits', () => [...last.values()].every((title) => titles().includes(title)))
  for (const [number, title] of last)
    assert.match(textOf(indexFile, `${number - 100}.md`) ?? '', new RegExp(`${title}\\.`))
})

async function follow(context: TestContext, mode: WatchMode) {
  const contentDir = makeFolder(context, {
    'a.md': article(1, 'First'),
    'z.md': article(9, 'Other'),
    ...manyFiles(10, (place) => article(100 + place, `Title ${place}`)),
  })
  const indexFile = indexPath(context)
  await updateIndex({ contentDir, indexFile, keepsTexts: true })
  const faults: string[] = []
  const recoveries: string[] = []
  const stop = followContent({ contentDir, indexFile }, mode, {
    onUpdate: () => {},
    onFault: (message) => faults.push(message),
    onRecovery: () => recoveries.push(''),
  })
  context.after(stop)
  const isTrue = async (what: string, holds: () => boolean) => {
    for (const began = performance.now(); performance.now() - began < PATIENCE_MS; await wait(20)) if (holds()) return
    assert.fail(`${what} was not seen; ${faults.join(' ')}`)
  }
  return { contentDir, indexFile, faults, recoveries, isTrue, titles: () => titlesOf(indexFile) }
}

function read<Result>(indexFile: string, query: (database: IndexDatabase) => Result): Result {
  const database = openIndex(indexFile)
  try {
    return query(database)
  } finally {
    closeDatabase(database)
  }
}

function titlesOf(indexFile: string): string[] {
  return read(indexFile, (database) => allRows<{ title: string }>(database, 'SELECT title FROM article')).map(
    ({ title }) => title,
  )
}

function pathsOf(indexFile: string): string[] {
  return read(indexFile, (database) => allRows<{ path: string }>(database, 'SELECT path FROM article')).map(
    ({ path }) => path,
  )
}

function problemFiles(indexFile: string): string[] {
  return read(indexFile, listProblems).map(({ file }) => file)
}

function countSeries(indexFile: string): number {
  return read(indexFile, (database) => allRows(database, 'SELECT 1 FROM series')).length
}

/** The kept text of the article that is served from a file. */
function textOf(indexFile: string, path: string): string | undefined {
  const rows = read(indexFile, (database) =>
    allRows<{ contentHash: string }>(database, 'SELECT contentHash FROM article WHERE path = ?', [path]),
  )
  return rows[0] && new KeptTexts(keptTextsFile(indexFile)).read(rows[0].contentHash)
}
