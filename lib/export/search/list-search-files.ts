import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import {
  listProductSlugs,
  listShownArticles,
  listStoredPositions,
  listStoredPostings,
  readSearchedCollection,
} from '@/lib/kb-index/read/export/search-data'
import type { FacetRows } from '@/lib/kb-index/search/facets/facet-column'
import {
  COLLECTION_NAME,
  type CollectionData,
  type ColumnData,
  formatSearchFile,
  nameOfText,
  nameOfTexts,
  SEARCH_FOLDER,
  TEXTS_PER_FILE,
} from './search-files'

/** A search reads a file for each of its words; a smaller one would cost as many requests and be compressed less well. */
const FILE_BYTES = 40_000
const TEXTS_AT_ONCE = 256 * TEXTS_PER_FILE

/** Yields the files from which a copy of the collection is searched, the same for the same index. */
export function* listSearchFiles(database: IndexDatabase): Generator<{ file: string; text: string }> {
  const postings = listStoredPostings(database).map(({ term, articleCount, articles }) => {
    return { text: term, entry: [articleCount, toBase64(articles)] as const, bytes: articles.byteLength }
  })
  const words = joinPieces(listStoredPositions(database))
  const [termFiles, wordFiles] = [countFiles(postings), countFiles(words)]
  const collection = toCollectionData(database, termFiles, wordFiles)
  yield toFile(COLLECTION_NAME, collection)
  yield* spread('terms', postings, termFiles)
  yield* spread('words', words, wordFiles)
  yield* listTexts(database, collection.numbers.length)
}

interface Entry {
  readonly text: string
  readonly entry: unknown
  readonly bytes: number
}

function* spread(kind: 'terms' | 'words', entries: readonly Entry[], fileCount: number) {
  const files = new Map<string, Map<string, unknown>>()
  for (let at = 0; at < fileCount; at++) files.set(`${kind}-${at}`, new Map())
  for (const { text, entry } of entries) files.get(nameOfText(kind, text, fileCount))?.set(text, entry)
  for (const [name, data] of files) yield toFile(name, Object.fromEntries(data))
}

function* listTexts(database: IndexDatabase, capacity: number) {
  for (let start = 0; start < capacity; start += TEXTS_AT_ONCE) {
    const shown = new Map(
      listShownArticles(database, start, start + TEXTS_AT_ONCE).map(({ ordinal, ...article }) => [ordinal, article]),
    )
    for (let first = start; first < Math.min(capacity, start + TEXTS_AT_ONCE); first += TEXTS_PER_FILE) {
      const data = Array.from({ length: TEXTS_PER_FILE }, (_, at) => shown.get(first + at) ?? null)
      yield toFile(nameOfTexts(first), data)
    }
  }
}

function toCollectionData(database: IndexDatabase, termFiles: number, wordFiles: number): CollectionData {
  const { facets, ...collection } = readSearchedCollection(database)
  const { product, kind, state, provenance, year } = facets.rows
  return {
    ...collection,
    facets: {
      product: toColumn(product),
      kind: toColumn(kind),
      state: toColumn(state),
      provenance: toColumn(provenance),
      year: toColumn(year),
    },
    productNames: [...facets.productNames],
    products: listProductSlugs(database).map((slug) => [slug, [...facets.listWithProduct(slug)]] as const),
    termFiles,
    wordFiles,
  }
}

function toColumn({ ordinals, values }: FacetRows): ColumnData {
  const known = [...new Set(values)].filter((value) => value !== null).sort()
  const places = new Map<string | null, number>(known.map((value, place) => [value, place]))
  return { values: known, ordinals, places: values.map((value) => places.get(value) ?? -1) }
}

function joinPieces(rows: ReturnType<typeof listStoredPositions>): Entry[] {
  const pieces = new Map<string, { entry: [number, string][]; bytes: number }>()
  for (const { word, first, positions } of rows) {
    const known = pieces.get(word) ?? { entry: [], bytes: 0 }
    known.entry.push([first, toBase64(positions)])
    pieces.set(word, { entry: known.entry, bytes: known.bytes + positions.byteLength })
  }
  return [...pieces].map(([text, { entry, bytes }]) => ({ text, entry, bytes }))
}

function countFiles(entries: readonly Entry[]): number {
  const bytes = entries.reduce((sum, entry) => sum + entry.text.length + 8 + (entry.bytes * 4) / 3, 0)
  return Math.max(1, Math.ceil(bytes / FILE_BYTES))
}

function toBase64(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64')
}

function toFile(name: string, data: unknown): { file: string; text: string } {
  return { file: `${SEARCH_FOLDER}/${name}.js`, text: formatSearchFile(name, data) }
}
