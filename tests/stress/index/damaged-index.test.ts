import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex, sharedIndex } from '@/lib/kb-index/file/open'
import { updateIndex } from '@/scripts/index/update-index'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder } from '@/tests/support/folder'
import { seededRandom } from '@/tests/support/random'
import { dumpIndex, indexPath } from '@/tests/support/sample-index'

const CONTENT = fileURLToPath(new URL('../../fixtures/content', import.meta.url))
const PAGE_BYTES = 4096
const HEADER_BYTES = 100
const TITLE = 'Messages stay in the outbox'
const random = seededRandom(7)
const at = (length: number) => Math.floor(random() * length)

let sound: Buffer
let answers: ReturnType<typeof dumpIndex>
before(async () => {
  const indexFile = indexPath({ after })
  await updateIndex({ contentDir: CONTENT, indexFile })
  sound = readFileSync(indexFile)
  answers = answersOf(indexFile)
})

/** Each changes a copy of the bytes of a sound index. */
const DAMAGES: readonly [what: string, times: number, damage: (bytes: Buffer) => Buffer][] = [
  ['one bit', 40, (bytes) => flip(bytes, at(bytes.length), at(8))],
  ['a bit of the header', 40, (bytes) => flip(bytes, at(HEADER_BYTES), at(8))],
  ['a page of zeros', 20, (bytes) => bytes.fill(0, ...pageOf(bytes))],
  ['a page of another place', 20, (bytes) => fillFrom(bytes, pageOf(bytes), pageOf(bytes))],
  ['a title that is no UTF-8', 1, (bytes) => bytes.fill(0xff, bytes.indexOf(TITLE), bytes.indexOf(TITLE) + 1)],
  ['half of it', 1, (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['its header only', 1, (bytes) => bytes.subarray(0, HEADER_BYTES)],
  ['a byte too much', 1, (bytes) => Buffer.concat([bytes, Buffer.of(0)])],
  ['nothing', 1, () => Buffer.alloc(0)],
  ['a text', 1, () => Buffer.from('This is no index. '.repeat(500))],
  ['another database', 1, () => readFileSync(makeDatabase())],
]

for (const [what, times, damage] of DAMAGES) {
  test(`an index that has ${what} is never opened, and is built again`, async (context) => {
    const indexFile = indexPath(context)
    for (let time = 0; time < times; time++) {
      const bytes = damage(Buffer.from(sound))
      // A page that was put in its own place, or an empty page that was emptied, is no damage.
      if (bytes.equals(sound)) continue
      writeFileSync(indexFile, bytes)
      assert.equal(isCurrentIndex(indexFile), false)
      assert.throws(() => openIndex(indexFile), /^Error: .*\. Build it with "npm run index:build"\.$/)
      if (time % 10 > 0) continue
      const reasons: string[] = []
      await updateIndex({ contentDir: CONTENT, indexFile, onRebuild: (reason) => reasons.push(reason) })
      assert.match(
        reasons.join(),
        /(?:is damaged: it is not what was written|was made by another version of KB Viewer)\.$/,
      )
      assert.deepEqual(answersOf(indexFile), answers)
    }
  })
}

test('an empty folder in place of the index gives way to it; one with files is left alone, and named', async (context) => {
  const indexFile = indexPath(context)
  mkdirSync(indexFile)
  await updateIndex({ contentDir: CONTENT, indexFile })
  assert.deepEqual(answersOf(indexFile), answers)
  rmSync(indexFile)
  mkdirSync(indexFile)
  writeFileSync(join(indexFile, 'a.md'), 'x')
  await assert.rejects(
    updateIndex({ contentDir: CONTENT, indexFile }),
    (error) => error instanceof CommandError && /is a folder that is not empty.*\. Move the folder/.test(error.message),
  )
  assert.equal(readFileSync(join(indexFile, 'a.md'), 'utf8'), 'x')
})

test('a text in place of the lock is no obstacle', async (context) => {
  const indexFile = indexPath(context)
  writeFileSync(`${indexFile}.lock`, 'This is no database. '.repeat(100))
  await updateIndex({ contentDir: CONTENT, indexFile })
  assert.deepEqual(answersOf(indexFile), answers)
})

test('a server that has an index open refuses one that is written in place, and serves on beside a damaged new one', async (context) => {
  const indexFile = indexPath(context)
  writeFileSync(indexFile, sound)
  const first = sharedIndex(indexFile)
  // In its place comes another file, of which a piece is missing.
  const copy = `${indexFile}.copy`
  writeFileSync(copy, sound.subarray(0, sound.length - 1))
  rmSync(indexFile)
  copyFileSync(copy, indexFile)
  for (let look = 0; look < 3; look++) {
    await wait(600)
    assert.deepEqual(dumpIndex(sharedIndex(indexFile)), answers)
  }
  // A sound one is taken.
  rmSync(indexFile)
  writeFileSync(indexFile, sound)
  while (sharedIndex(indexFile) === first) await wait(50)
  assert.deepEqual(dumpIndex(sharedIndex(indexFile)), answers)
  // That one is written in place.
  truncateSync(indexFile, sound.length - PAGE_BYTES)
  await wait(600)
  for (let look = 0; look < 3; look++) assert.throws(() => sharedIndex(indexFile), /is damaged/)
  await updateIndex({ contentDir: CONTENT, indexFile })
  assert.deepEqual(dumpIndex(sharedIndex(indexFile)), answers)
})

function answersOf(indexFile: string): ReturnType<typeof dumpIndex> {
  const index = openIndex(indexFile)
  try {
    return dumpIndex(index)
  } finally {
    closeDatabase(index)
  }
}

function flip(bytes: Buffer, place: number, bit: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place)
  return bytes
}

function pageOf(bytes: Buffer): [start: number, end: number] {
  const start = at(bytes.length / PAGE_BYTES) * PAGE_BYTES
  return [start, start + PAGE_BYTES]
}

function fillFrom(bytes: Buffer, [start]: [number, number], from: [number, number]): Buffer {
  bytes.copy(bytes, start, ...from)
  return bytes
}

function makeDatabase(): string {
  const file = join(makeFolder({ after }), 'other.db')
  const database = new Database(file)
  database.exec('CREATE TABLE note (text TEXT)')
  database.close()
  return file
}
