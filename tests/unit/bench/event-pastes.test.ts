import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEventArticles, makeEventPaste } from '@/bench/measure/event-pastes'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { seededRandom } from '@/tests/support/random'
import { indexPath } from '@/tests/support/sample-index'

const WORDS = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')

test('an entry is pasted with another date, user and computer and without a tenth of its words, the same for one seed', async (context) => {
  const article = (number: number, body: string) => `---\nnumber: ${number}\ntitle: T\n---\n\n${body}\n`
  const entry = `Event ID: 4711\nSource: HarborAnchor\nUser: CAPTAIN\nDescription: ${WORDS}`
  const folder = makeFolder(context, {
    '1.md': article(900501, `\`\`\`event\n${entry}\n\`\`\``),
    '2.md': article(900502, 'Event ID 4711 without its source.'),
  })
  const indexFile = indexPath(context)
  await updateIndex({ contentDir: folder, indexFile })
  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))

  assert.deepEqual(listEventArticles(index), [900501])
  const make = (seed: number, number = 900501) =>
    makeEventPaste({ index, contentDir: folder, random: seededRandom(seed) }, kbNumberOf(number))
  const paste = await make(1)
  assert.deepEqual(paste, await make(1))
  assert.notDeepEqual(paste, await make(2))
  assert.equal(await make(1, 900502), undefined)
  assert.ok(!paste?.text.includes('CAPTAIN'))
  assert.match(paste?.text ?? '', /\b(?:SRV\d|CONTOSO)/)
  const kept = (paste?.text.match(/word\d+/g) ?? []).length
  assert.ok(kept >= 45 && kept < 60, `${kept} of 60 words were kept`)
})
