import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hashOf } from '@/scripts/setup/build-pages.mjs'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-hash-'))
  await mkdir(join(folder, 'app', 'kb'), { recursive: true })
  await writeFile(join(folder, 'app', 'kb', 'page.tsx'), 'one')
})
after(() => rm(folder, { recursive: true }))

test('the hash of the sources changes with a text, a name and a new file, and with nothing else', async () => {
  const hash = () => hashOf(['app', 'proxy.ts'], folder)
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
