import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { editionFeed } from '@/lib/http/edition-feed'
import { compareEditions } from '@/lib/kb/articles/compare-editions'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getEdition, listArticleChanges, listEditions } from '@/lib/kb-index/read/editions/list-editions'
import { runImport } from '@/scripts/import/run-import'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { makeDump } from '@/tests/support/make-dump'
import { indexPath } from '@/tests/support/sample-index'

const NUMBER = kbNumberOf(900123)
const PATH = '900/kb900123.md'
const snapshot = (cause: string) => ({
  'docfx.json': '{"build":{}}',
  'support/one.md': `---\ntitle: One\nms.date: 01/02/2021\nms.topic: troubleshooting\nms.author: x\n---\n# One\n\n_Original KB number:_ &nbsp; 900123\n\n## Cause\n\n${cause}\n`,
})
const EARLIER = ['2021-06-11', snapshot('The disk is full.')] as const
const LATER = ['2023-01-13', snapshot('The log disk is full.')] as const
const LATEST = ['2024-02-03', snapshot('The log disk is full. Free it.')] as const

for (const [title, order] of [
  ['in order', [EARLIER, LATER, LATEST]],
  ['the earlier one last', [LATER, LATEST, EARLIER]],
  ['the latest one first', [LATEST, EARLIER, LATER]],
] as const) {
  test(`snapshots give the same articles and the same history, imported ${title}`, async (context) => {
    const out = join(makeFolder(context, {}), 'out')
    for (const [captured, files] of order) await importInto(out, makeFolder(context, files), captured)
    assert.match(readFileSync(join(out, PATH), 'utf8'), /Free it/)
    assert.deepEqual(readdirSync(join(out, '.history/900/kb900123')).sort(), ['2021-06-11.md', '2023-01-13.md'])
    const indexFile = indexPath(context)
    assert.deepEqual((await updateIndex({ contentDir: out, indexFile })).problems, [])
    const database = openIndex(indexFile)
    context.after(() => closeDatabase(database))
    assert.deepEqual(
      listEditions(database, NUMBER).map(({ day, before, added, removed }) => [day, before, added, removed]),
      [
        ['2021-06-11', undefined, undefined, undefined],
        ['2023-01-13', '2021-06-11', 1, 0],
        ['2024-02-03', '2023-01-13', 2, 0],
      ],
    )
    const { items } = listArticleChanges(database, 1)
    assert.deepEqual(
      items.map(({ day, number }) => [day, number]),
      [
        ['2024-02-03', NUMBER],
        ['2023-01-13', NUMBER],
      ],
    )
    const [first, last] = ['2021-06-11', '2024-02-03'].map((day) => getEdition(database, NUMBER, day)?.blocks ?? [])
    assert.deepEqual(
      compareEditions(first ?? [], last ?? []).map(({ section }) => section),
      ['Cause'],
    )
    const xml = editionFeed({ origin: 'https://kb.example', site: 'A & B', changes: items, modified: new Date(0) })
    assert.match(xml, /<title>A &(?:#38|amp);? ?B: changed articles/)
    assert.ok(xml.includes('/changes/900123?from=2023-01-13&#38;to=2024-02-03') || xml.includes('&amp;to=2024-02-03'))
  })
}

const DUMP = { 'Q900123.TXT': makeDump(900123) }
for (const [title, order] of [
  ['before', [DUMP, LATER[1]]],
  ['after', [LATER[1], DUMP]],
] as const) {
  test(`an archived text of the same number, imported ${title} the living one, is its history from the day of its review`, async (context) => {
    const out = join(makeFolder(context, {}), 'out')
    for (const files of order) await importInto(out, makeFolder(context, files), LATER[0])
    assert.match(readFileSync(join(out, PATH), 'utf8'), /The log disk is full/)
    const indexFile = indexPath(context)
    assert.deepEqual((await updateIndex({ contentDir: out, indexFile })).problems, [])
    const database = openIndex(indexFile)
    context.after(() => closeDatabase(database))
    assert.deepEqual(
      listEditions(database, NUMBER).map(({ day }) => day),
      ['2001-08-09', LATER[0]],
    )
    assert.match(JSON.stringify(getEdition(database, NUMBER, '2001-08-09')), /The printer stops/)
  })
}

test('the same words keep no history, an edited file is left alone, and a second run writes nothing', async (context) => {
  const out = join(makeFolder(context, {}), 'out')
  await importInto(out, makeFolder(context, EARLIER[1]), EARLIER[0])
  await importInto(out, makeFolder(context, snapshot('The  **disk** is full.')), LATER[0])
  assert.equal(existsSync(join(out, '.history')), false)
  const again = await importInto(out, makeFolder(context, snapshot('The  **disk** is full.')), LATER[0])
  assert.equal(again.placements.unchanged, 1)
  const older = await importInto(out, makeFolder(context, EARLIER[1]), EARLIER[0])
  assert.deepEqual([older.placements.older, older.problems.at(-1)?.kind], [1, 'older-snapshot'])
  writeFileSync(join(out, PATH), `${readFileSync(join(out, PATH), 'utf8')}\nMine.\n`)
  const kept = await importInto(out, makeFolder(context, LATEST[1]), LATEST[0])
  assert.deepEqual([kept.placements.kept, existsSync(join(out, '.history'))], [1, false])
})

function importInto(out: string, input: string, captured: string) {
  return runImport({ inputs: [input], out, captured, dryRun: false, verify: false, threads: 0 })
}
