import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { KeptTexts, keptTextsFile } from '@/lib/content/kept-texts'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { updateIndex } from '@/scripts/index/update-index'
import { readFolder } from '@/tests/support/folder'
import { makeDump } from '@/tests/support/make-dump'
import { seededRandom } from '@/tests/support/random'

const ARTICLES = 30
const DUMPS = 120
/** Programs start within a second or two; the rest of the time they work. */
const LONGEST_MS = 4000

/**
 * Kills the process that follows a folder at random moments while its articles are edited. Throws unless the index is whole each
 * time, has every article in one of its versions with its kept text, and the next update completes it.
 */
export async function killWhileFollowing(folder: string, rounds: number): Promise<void> {
  const [contentDir, indexFile] = [join(folder, 'content'), join(folder, 'index.db')]
  const random = seededRandom(7)
  writeArticles(contentDir, 'round 0')
  await updateIndex({ contentDir, indexFile, keepsTexts: true })
  for (let round = 1; round <= rounds; round++) {
    const env = { ...process.env, KB_CONTENT: contentDir, KB_INDEX: indexFile }
    const child = start(['scripts/commands/watch-content.ts'], env)
    const killed = killAfter(child, random() * LONGEST_MS)
    for (let edit = 0; child.exitCode === null && child.signalCode === null; edit++) {
      writeArticles(contentDir, `round ${round} edit ${edit}`)
      await wait(random() * 60)
    }
    await killed
    assert.ok(isCurrentIndex(indexFile), `round ${round}`)
    const versions = readVersions(indexFile)
    assert.equal(versions.length, ARTICLES)
    const texts = new KeptTexts(keptTextsFile(indexFile))
    for (const { title, contentHash } of versions) {
      assert.match(title, /^round \d+/)
      assert.ok(texts.read(contentHash)?.includes(`title: ${title}\n`), `${title} in round ${round}`)
    }
    writeArticles(contentDir, `round ${round} end`)
    await updateIndex({ contentDir, indexFile, keepsTexts: true })
    assert.deepEqual([...new Set(readVersions(indexFile).map(({ title }) => title))], [`round ${round} end`])
  }
}

/**
 * Kills an import at random moments. Throws unless every article that was written is the one that an import makes which nobody
 * kills, and the next import completes the folder.
 */
export async function killWhileImporting(folder: string, rounds: number): Promise<void> {
  const [input, out, whole] = [join(folder, 'in'), join(folder, 'out'), join(folder, 'whole')]
  const random = seededRandom(8)
  for (let at = 0; at < DUMPS; at++) writeInto(input, `Q${600000 + at}.TXT`, makeDump(600000 + at))
  const importInto = (target: string) => start(['scripts/commands/import.ts', input, '--out', target])
  await once(importInto(whole), 'exit')
  const expected = articlesIn(whole)
  assert.equal(Object.keys(expected).length, DUMPS)
  for (let round = 1; round <= rounds; round++) {
    rmSync(out, { recursive: true, force: true })
    await killAfter(importInto(out), random() * LONGEST_MS)
    for (const [path, text] of Object.entries(articlesIn(out))) assert.equal(text, expected[path], path)
    const [code] = await once(importInto(out), 'exit')
    assert.equal(code, 0)
    assert.deepEqual(articlesIn(out), expected)
  }
}

function start(script: readonly string[], env = process.env): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', ...script], { env, stdio: 'ignore' })
}

async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  await ended
  clearTimeout(timer)
}

function writeArticles(contentDir: string, title: string): void {
  for (let number = 1; number <= ARTICLES; number++) {
    writeInto(contentDir, `${number}.md`, `---\nnumber: ${number}\ntitle: ${title}\n---\n\nText of ${number}.\n`)
  }
}

function writeInto(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
}

function readVersions(indexFile: string): { title: string; contentHash: string }[] {
  const database = openIndex(indexFile)
  try {
    assert.deepEqual(allRows(database, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }])
    return allRows(database, 'SELECT title, contentHash FROM article ORDER BY number')
  } finally {
    closeDatabase(database)
  }
}

function articlesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(Object.entries(readFolder(folder)).filter(([path]) => path.endsWith('.md')))
}
