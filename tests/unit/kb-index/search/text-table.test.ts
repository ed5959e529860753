import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { parseArticle } from '@/lib/content/read-article'
import { closeDatabase, execute, type IndexDatabase, openDatabase } from '@/lib/kb-index/file/driver'
import { allRows, insertRow, run } from '@/lib/kb-index/file/rows'
import { DocumentMaker, type SearchDocument } from '@/lib/kb-index/search/documents/search-document'
import { TextTable } from '@/lib/kb-index/search/text-table'
import { seededRandom } from '@/tests/support/random'

const SCHEMA = new URL('../../../../lib/kb-index/schema.sql', import.meta.url)
const ARTICLES = 40
const REMOVED = [7, 30]

test('a change that is written in parts gives the same lists as one that is written at once', async (t) => {
  const [whole, inParts] = [await writeAll(t, Number.POSITIVE_INFINITY), await writeAll(t, 500)]
  for (const sql of [
    'SELECT term, articleCount, hex(articles) AS articles FROM posting ORDER BY term',
    'SELECT word, articleCount FROM word ORDER BY word',
    'SELECT word, first, hex(positions) AS positions FROM wordPosition ORDER BY word, first',
  ]) {
    const [rows, rowsInParts] = [whole, inParts].map((database) =>
      allRows(database, sql).map((row) => JSON.stringify(row)),
    )
    assert.ok((rows?.length ?? 0) > 20, sql)
    assert.equal(rowsInParts?.join('\n'), rows?.join('\n'), sql)
  }
})

test('documents that are written in another order than they were made are a fault', (t) => {
  const maker = new DocumentMaker(1)
  const [first, second] = [makeDocument(maker, 1), makeDocument(maker, 2)]
  const table = new TextTable(openEmpty(t))
  assert.throws(() => table.put(second.number, second.document), /out of order/)
  table.leaveOut(first.document)
  table.put(second.number, second.document)
})

/** Writes articles of random words, some of which are removed again, from two readers in turn. */
async function writeAll(t: TestContext, maxCollected: number): Promise<IndexDatabase> {
  const database = openEmpty(t)
  const random = seededRandom(5)
  const makers = [new DocumentMaker(1), new DocumentMaker(2)]
  const table = new TextTable(database, maxCollected)
  for (let place = 0; place < ARTICLES; place++) {
    const words = Array.from({ length: 60 }, () => wordOf(Math.floor(random() ** 3 * 200))).join(' ')
    const maker = makers[place % 2] ?? new DocumentMaker()
    const { number, title, path, document } = makeDocument(maker, place, words)
    insertRow(database, 'article', { number, title, path, contentHash: '', products: '[]', description: '' })
    table.put(number, document)
    if (!REMOVED.includes(place)) continue
    table.delete(number)
    run(database, 'DELETE FROM article WHERE number = ?', [number])
  }
  await table.write()
  return database
}

/** A word of letters, or one with a digit. */
function wordOf(place: number): string {
  return place % 5 === 0 ? `name${place}` : `name${String.fromCharCode(97 + (place % 26), 97 + Math.floor(place / 26))}`
}

function makeDocument(maker: DocumentMaker, place: number, words = 'The server stops.') {
  const text = `---\nnumber: ${100_000 + place}\ntitle: Article ${place}\n---\n\n${words}\n`
  const article = parseArticle(text, `${place}.md`)
  const { number, title } = article.frontMatter
  const facts = { blocks: [], plainText: words, description: '', links: [] }
  const document: SearchDocument = maker.make(article, facts)
  maker.endBatch()
  return { number, title, path: article.path, document }
}

function openEmpty(t: TestContext): IndexDatabase {
  const database = openDatabase(':memory:')
  t.after(() => closeDatabase(database))
  execute(database, readFileSync(SCHEMA, 'utf8'))
  return database
}
