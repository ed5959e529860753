import assert from 'node:assert/strict'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { hashFiles } from '@/scripts/setup/build-pages.mjs'
import { makeFolder } from '@/tests/support/folder'

test('the hash of the sources changes with a text, a name and a new file, and with nothing else', async (context) => {
  const folder = makeFolder(context, { 'app/kb/page.tsx': 'one' })
  const hash = () => hashFiles(['app', 'proxy.ts'], folder)
  const first = await hash()
  assert.equal(await hash(), first)

  await writeFile(join(folder, 'app', 'kb', 'page.tsx'), 'two')
  const changed = await hash()
  assert.notEqual(changed, first)

  await writeFile(join(folder, 'app', 'kb', 'page.tsx'), 'one')
  await writeFile(join(folder, 'other.ts'), 'not a source')
  assert.equal(await hash(), first)

  await rename(join(folder, 'app', 'kb', 'page.tsx'), join(folder, 'app', 'page.tsx'))
  assert.notEqual(await hash(), first)

  await rename(join(folder, 'app', 'page.tsx'), join(folder, 'app', 'kb', 'page.tsx'))
  await writeFile(join(folder, 'proxy.ts'), '')
  assert.notEqual(await hash(), first)
})
