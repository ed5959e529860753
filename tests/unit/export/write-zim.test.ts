import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { requireZimWriter, writeZim } from '@/scripts/export/write-zim'
import { makeFolder } from '@/tests/support/folder'

const TEXT = { title: 'The knowledge base of the whole company', description: 'Articles', language: 'de-AT' }

/** Makes a program that stands in for the writer, in a folder of its own. */
function makeProgram(context: TestContext, script: string): { folder: string; program: string } {
  const folder = makeFolder(context)
  const program = join(folder, 'zimwriterfs')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  return { folder, program }
}

test('a copy becomes a ZIM file with the names of the site', async (context) => {
  const { folder, program } = makeProgram(
    context,
    '[ "$1" = --version ] || { for last; do :; done; echo "$@" > "$last"; }',
  )
  await requireZimWriter(program)
  await writeZim('copy', join(folder, 'copy.zim'), TEXT, program)
  const said = readFileSync(join(folder, 'copy.zim'), 'utf8')
  assert.match(said, /--welcome=index\.html --illustration=assets\/illustration\.png --language=deu/)
  assert.match(said, /--title=The knowledge base of the who… /)
})

test('a writer that fails leaves the former file and nothing half written', async (context) => {
  const { folder, program } = makeProgram(
    context,
    'for last; do :; done; echo x > "$last"; echo no space left >&2; exit 3',
  )
  writeFileSync(join(folder, 'copy.zim'), 'former')
  await assert.rejects(writeZim('copy', join(folder, 'copy.zim'), TEXT, program), /ended with 3 .*\n.*no space left/)
  assert.equal(readFileSync(join(folder, 'copy.zim'), 'utf8'), 'former')
  assert.deepEqual(readdirSync(folder).sort(), ['copy.zim', 'zimwriterfs'])
})

test('without the writer it is said what to install', async () => {
  await assert.rejects(
    requireZimWriter('/nowhere/zimwriterfs'),
    /zimwriterfs is not installed.*apt-get install zim-tools/,
  )
})
