import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keyOfName } from '@/lib/kb/numbers/article-name'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getNumberAt, listPicturesOf } from '@/lib/kb-index/read/indexed-files'
import { listBacklinks } from '@/lib/kb-index/read/relations'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath } from '@/tests/support/sample-index'

const GUIDE = keyOfName('guides/first')
const gif = 'GIF89a\u0001\u0000\u0001\u0000'

test('links to files count as links to their articles, whatever the files are called, and follow a change', async (context) => {
  const contentDir = makeFolder(context, {
    'a/one.md':
      '---\nnumber: 1000\ntitle: One\n---\nSee [the guide](../b/First%20Steps.md#cause), [itself](one.md) and [gone](gone.md).\n\n![x](x.gif)',
    'b/First Steps.md': '---\nname: guides/first\ntitle: First\nsupersedes: 1000\n---\nSee [one](../a/one.md).',
    'a/x.gif': gif,
  })
  const indexFile = indexPath(context)
  const update = async () => {
    const { problems } = await updateIndex({ contentDir, indexFile })
    const index = openIndex(indexFile)
    try {
      return {
        problems: problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
        toGuide: listBacklinks(index, GUIDE, 10).backlinks.length,
        toOne: listBacklinks(index, kbNumberOf(1000), 10).backlinks.map(({ number }) => number),
        guide: getNumberAt(index, 'b/First Steps.md'),
        pictures: [...listPicturesOf(index, kbNumberOf(1000)).values()].map(({ type, width }) => [type, width]),
      }
    } finally {
      closeDatabase(index)
    }
  }
  const dead = 'a/one.md:5 The link "gone.md" leads to no article. Correct the path, or remove the link.'
  assert.deepEqual(await update(), {
    problems: [dead],
    toGuide: 1,
    toOne: [GUIDE],
    guide: GUIDE,
    pictures: [['gif', 1]],
  })
  // A new article under the path of the dead link, and a picture that is gone, although the article itself is the same.
  writeFileSync(join(contentDir, 'a/gone.md'), '---\nnumber: 1001\ntitle: Gone\n---\nText.')
  rmSync(join(contentDir, 'a/x.gif'))
  const after = await update()
  assert.deepEqual(after.pictures, [])
  assert.deepEqual(
    after.problems.map((problem) => problem.slice(0, 40)),
    ['a/one.md:7 The picture "x.gif" is not th'],
  )
})
