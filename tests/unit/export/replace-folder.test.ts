import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { LIST_FILE, replaceFolder } from '@/scripts/export/replace-folder'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder } from '@/tests/support/folder'

const fill = (name: string) => async (draft: string) => {
  mkdirSync(join(draft, 'kb'))
  writeFileSync(join(draft, 'kb', name), name)
}

test('a folder is filled as a whole, and again', async (context) => {
  const parent = makeFolder(context)
  const folder = join(parent, 'copy')
  await replaceFolder(folder, fill('1.html'))
  await replaceFolder(folder, fill('2.html'))
  assert.deepEqual(readdirSync(join(folder, 'kb')), ['2.html'])
  assert.deepEqual(JSON.parse(readFileSync(join(folder, LIST_FILE), 'utf8')), { files: ['kb/2.html'] })
  assert.deepEqual(readdirSync(parent), ['copy'])
})

test('a folder that holds other files is refused and stays', async (context) => {
  const folder = makeFolder(context)
  writeFileSync(join(folder, 'thesis.txt'), 'x')
  await assert.rejects(replaceFolder(folder, fill('1.html')), /holds other files, such as thesis\.txt\. Name a new/)
  assert.deepEqual(readdirSync(folder), ['thesis.txt'])
})

test('a file that was put into a former copy is not lost, even while the next one is made', async (context) => {
  const folder = join(makeFolder(context), 'copy')
  await replaceFolder(folder, fill('1.html'))
  await assert.rejects(
    replaceFolder(folder, async (draft) => {
      await fill('2.html')(draft)
      writeFileSync(join(folder, 'kb', 'notes.txt'), 'x')
    }),
    /holds other files, such as kb\/notes\.txt/,
  )
  assert.deepEqual(readdirSync(join(folder, 'kb')), ['1.html', 'notes.txt'])
})

test('a list of files that cannot be read proves nothing', async (context) => {
  const folder = makeFolder(context)
  writeFileSync(join(folder, LIST_FILE), '{"files":["a"')
  writeFileSync(join(folder, 'a'), 'x')
  await assert.rejects(replaceFolder(folder, fill('1.html')), /holds other files, such as a\./)
})

test('a disk that fills leaves the former copy and nothing else', async (context) => {
  const parent = makeFolder(context)
  const folder = join(parent, 'copy')
  await replaceFolder(folder, fill('1.html'))
  const full = async (draft: string) => {
    await fill('2.html')(draft)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  await assert.rejects(replaceFolder(folder, full), (error) => {
    return (
      error instanceof CommandError && /is full, and nothing was written there\. Free some space/.test(error.message)
    )
  })
  assert.deepEqual(readdirSync(join(folder, 'kb')), ['1.html'])
  assert.deepEqual(readdirSync(parent), ['copy'])
})

test('what a killed export left is removed, and nothing of another name', async (context) => {
  const parent = makeFolder(context)
  // Above the highest id of a process.
  for (const name of ['copy.draft-4999999', 'copy.former-4999999', 'copy.draft-x', 'other.draft-4999999'])
    mkdirSync(join(parent, name))
  await replaceFolder(join(parent, 'copy'), fill('1.html'))
  assert.deepEqual(readdirSync(parent).sort(), ['copy', 'copy.draft-x', 'other.draft-4999999'])
})

test('a file in the place of the folder is refused', async (context) => {
  const file = join(makeFolder(context), 'copy')
  writeFileSync(file, 'x')
  await assert.rejects(replaceFolder(file, fill('1.html')), /is a file\. Name a folder/)
  assert.ok(existsSync(file))
})
