import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { indexPath } from '@/tests/support/sample-index'
import { listPathologicalTexts } from './pathological-texts'

const LENGTH = 100_000
/** Less than the default, since most of what is refused takes all of it. */
const SECONDS_PER_FILE = 2
const FINE = 940_006

test('a text that would take minutes is refused in two sentences, and all other articles are served', async (context) => {
  const texts = listPathologicalTexts(LENGTH)
  const files = texts.map(([, text], at) => [`${at}.md`, `---\nnumber: ${at + 1}\ntitle: x\n---\n${text}\n`] as const)
  const fine = `---\nnumber: ${FINE}\ntitle: Fine\n---\nIts text.\n`
  const contentDir = makeFolder(context, Object.fromEntries([...files, ['z.md', fine]]))
  const indexFile = indexPath(context)
  const { articleCount, problems } = await updateIndex({ contentDir, indexFile, secondsPerFile: SECONDS_PER_FILE })
  const refused = new Set(problems.map(({ file }) => file))
  assert.equal(articleCount + refused.size, texts.length + 1)
  for (const { message } of problems) assert.match(message, /^[A-Z].*[^.]\. [A-Z].*\.$/)
  // The ones with which the parser of the pages has the most to do.
  for (const name of ['*a **a  … b** b*', '"*_"', '"[ a_"', '![ … ](b)']) {
    assert.ok(refused.has(`${texts.findIndex(([text]) => text === name)}.md`), name)
  }
  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))
  assert.deepEqual(allRows(index, 'SELECT path FROM article WHERE number = ?', [FINE]), [{ path: 'z.md' }])
})
