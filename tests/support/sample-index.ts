import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArticle } from '@/lib/content/read-article'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { allRows } from '@/lib/kb-index/file/rows'
import { decodePositions } from '@/lib/kb-index/search/phrases/position-list'
import { decodePostings } from '@/lib/kb-index/search/posting-list'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { extractFacts } from '@/scripts/index/extract-facts'
import { type Cleanup, makeFolder } from './folder'

/** Paths and texts of articles. A text is front matter without its dashes, and a body below an empty line. */
export type SampleFiles = Readonly<Record<string, string>>

/** Gives as many files with the texts that `textOf` gives for 0 and up. */
export function manyFiles(count: number, textOf: (place: number) => string): SampleFiles {
  return Object.fromEntries(Array.from({ length: count }, (_, place) => [`${place}.md`, textOf(place)]))
}

/** Holds that no index under construction was left beside an index. */
export function assertNoDrafts(indexFile: string): void {
  const names = readdirSync(dirname(indexFile))
  assert.deepEqual(
    names.filter((name) => name.includes('draft')),
    [],
  )
}

/** Gives a path for an index in a folder that is gone after the test. */
export function indexPath(context: Cleanup): string {
  return join(makeFolder(context), 'index.db')
}

/** Puts sample files into an index under construction. */
export function putFiles(writer: IndexWriter, files: SampleFiles): void {
  const documents = sqliteEngine.makeDocuments()
  for (const [path, text] of Object.entries(files)) {
    const [yaml = '', ...body] = text.split('\n\n')
    const article = parseArticle(`---\n${yaml.trim()}\n---\n\n${body.join('\n\n')}`, path)
    const facts = extractFacts(article)
    const document = documents.make(article, facts)
    documents.endBatch()
    writer.putArticle({ path, size: text.length, mtimeMs: 1 }, { article, facts, document })
  }
}

/** Builds an index of these files and opens it; it is closed after the test. */
export function openSampleIndex(context: Cleanup, files: SampleFiles): Promise<IndexDatabase> {
  return openWhenBuilt(context, async (file) => {
    const writer = IndexWriter.build(file)
    putFiles(writer, files)
    await writer.finish()
  })
}

/** Opens the index that `build` makes; it is closed after the test. */
export async function openWhenBuilt(
  context: Cleanup,
  build: (file: string) => Promise<unknown>,
): Promise<IndexDatabase> {
  const file = indexPath(context)
  let index: IndexDatabase | undefined
  // Registered before anything is awaited: later another test may be running, which would close it.
  context.after(() => index && closeDatabase(index))
  await build(file)
  index = openIndex(file)
  return index
}

/** Everything that an index answers with, without the ids of products, which mean nothing outside. */
export function dumpIndex(database: IndexDatabase) {
  const rows = (sql: string) => allRows(database, sql)
  return {
    file: rows('SELECT path, number, numberLine FROM file ORDER BY path'),
    problem: rows('SELECT * FROM problem ORDER BY path, line, message'),
    article: rows('SELECT * FROM article ORDER BY number'),
    series: rows('SELECT * FROM series ORDER BY line, path'),
    alias: rows('SELECT * FROM alias ORDER BY alias, number'),
    statement: rows('SELECT * FROM statement ORDER BY kind, subject, object, release, releaseName, part, statedBy'),
    link: rows('SELECT * FROM link ORDER BY source, fileLine, target'),
    wanted: rows('SELECT * FROM wanted ORDER BY number'),
    wantedProduct: rows(
      'SELECT name, number, citationCount FROM wantedProduct JOIN product ON product.id = productId ORDER BY name, number',
    ),
    updateNote: rows('SELECT * FROM updateNote ORDER BY number, position'),
    signature: rows('SELECT name, kind, broader, label, articleCount FROM signature ORDER BY name'),
    signatureMention: rows(
      'SELECT name, number, context FROM signatureMention JOIN signature ON signature.id = signatureId ORDER BY name, number',
    ),
    fileVersion: rows('SELECT * FROM fileVersion ORDER BY fileName, version, number'),
    product: rows('SELECT name, slug, isGroup, isInGroup, articleCount, isHidden, shownAs FROM product ORDER BY name'),
    family: rows(
      `SELECT family.name, family.slug, whole.name AS whole, family.line, family.version, family.articleCount
       FROM family LEFT JOIN family AS whole ON whole.id = family.wholeId ORDER BY family.name`,
    ),
    familyProduct: rows(
      `SELECT family.name, product.name AS product FROM familyProduct JOIN family ON family.id = familyId
       JOIN product ON product.id = productId ORDER BY 1, 2`,
    ),
    articleProduct: rows(
      'SELECT name, number FROM articleProduct JOIN product ON product.id = productId ORDER BY name, number',
    ),
    text: rows('SELECT number, keywords, products, hex(body) FROM articleText ORDER BY number'),
    posting: listPostings(database),
    wordPosition: listPlaces(database),
    word: rows('SELECT word, articleCount FROM word ORDER BY word'),
  }
}

/** Every word with the articles that have it, and its places in each. */
function listPlaces(database: IndexDatabase) {
  const starts = allRows<{ number: number; firstWord: number }>(
    database,
    'SELECT number, firstWord FROM articleText ORDER BY firstWord DESC',
  )
  return allRows<{ word: string; first: number; positions: ArrayBuffer }>(
    database,
    'SELECT word, first, positions FROM wordPosition ORDER BY word, first',
  )
    .flatMap(({ word, first, positions }) =>
      [...decodePositions([{ first, positions: new Uint8Array(positions) }])].map((position) => {
        const { number = 0, firstWord = 0 } = starts.find((article) => article.firstWord <= position) ?? {}
        return { word, number, place: position - firstWord }
      }),
    )
    .sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.number - b.number || a.place - b.place))
}

/** Every term with the numbers of its articles: ordinals mean nothing outside. */
function listPostings(database: IndexDatabase) {
  const numbers = new Map(
    allRows<{ ordinal: number; number: number }>(database, 'SELECT ordinal, number FROM articleText').map(
      ({ ordinal, number }) => [ordinal, number],
    ),
  )
  return allRows<{ term: string; articleCount: number; articles: ArrayBuffer }>(
    database,
    'SELECT term, articleCount, articles FROM posting ORDER BY term',
  ).map(({ term, articleCount, articles }) => {
    const postings = decodePostings(new Uint8Array(articles), articleCount)
    const found = [...postings.ordinals].map((ordinal, index) => [numbers.get(ordinal), postings.impacts[index]])
    return { term, articleCount, articles: found.sort(([a = 0], [b = 0]) => a - b) }
  })
}
