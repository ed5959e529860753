import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isArticleFileName, listArticleFiles } from '@/lib/content/list-article-files'
import { makeFolder } from '@/tests/support/folder'
import { valuesOf } from '@/tests/support/values-of'

test('every *.md below the folder is listed in path order, with forward slashes, size and time', async (context) => {
  const folder = makeFolder(context, {
    'z.md': 'zz',
    'a/b/c/deep.md': 'x',
    'a/UPPER.MD': 'xxx',
    'B.md': '',
    'a.md': '',
    'ü/日本.md': '',
  })
  const files = await listArticleFiles(folder)
  assert.deepEqual(
    files.map(({ path, size }) => [path, size]),
    [
      ['B.md', 0],
      ['a.md', 0],
      ['a/UPPER.MD', 3],
      ['a/b/c/deep.md', 1],
      ['z.md', 2],
      ['ü/日本.md', 0],
    ],
  )
  for (const { path, mtimeMs } of files) assert.equal(mtimeMs, statSync(join(folder, path)).mtimeMs)
})

test('README.md, hidden names and other files are no articles', async (context) => {
  const folder = makeFolder(context, {
    'README.md': '',
    'a/readme.md': '',
    '.hidden.md': '',
    '.git/x.md': '',
    'a/.kb940006.md.tmp': '',
    'a.txt': '',
    'a.md.bak': '',
    md: '',
    'kept.md': '',
  })
  mkdirSync(join(folder, 'folder.md'))
  assert.deepEqual(valuesOf(await listArticleFiles(folder), 'path'), ['kept.md'])
})

test('links are not followed, neither to files nor to folders nor in a circle', async (context) => {
  const outside = makeFolder(context, { 'secret.md': '', 'folder/secret.md': '' })
  const folder = makeFolder(context, { 'kept.md': '' })
  symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'))
  symlinkSync(join(outside, 'folder'), join(folder, 'linked'))
  symlinkSync(folder, join(folder, 'circle'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.md'))
  assert.deepEqual(valuesOf(await listArticleFiles(folder), 'path'), ['kept.md'])
})

test('an empty folder has no files, and a folder that is not there or may not be read is a fault', async (context) => {
  const folder = makeFolder(context, { 'locked/a.md': '' })
  assert.deepEqual(await listArticleFiles(makeFolder(context)), [])
  await assert.rejects(listArticleFiles(join(folder, 'nowhere')), { code: 'ENOENT' })
  if (process.getuid?.() === 0) return
  chmodSync(join(folder, 'locked'), 0)
  context.after(() => chmodSync(join(folder, 'locked'), 0o700))
  await assert.rejects(listArticleFiles(folder), { code: 'EACCES' })
})

test('a name is an article by its ending alone', () => {
  for (const name of ['kb940006.md', 'KB940006.MD', 'a b.md', 'README.de.md']) assert.ok(isArticleFileName(name), name)
  for (const name of ['README.md', 'Readme.MD', '.md', '.a.md', 'a.mdx', 'a.md~', 'a', '']) {
    assert.ok(!isArticleFileName(name), name)
  }
})
