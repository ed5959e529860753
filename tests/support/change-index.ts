import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import type { SearchedCollection } from './search-engine-conformance'

/** Changes an index as the tests of search engines ask for it. */
export async function changeIndex(
  file: string,
  { put = [], gone = [] }: Parameters<SearchedCollection['change']>[0],
): Promise<void> {
  const writer = IndexWriter.update(file)
  for (const number of gone) writer.removeFile(`${number}.md`)
  const documents = sqliteEngine.makeDocuments()
  for (const { article, facts } of put) {
    const document = documents.make(article, facts)
    documents.endBatch()
    writer.putArticle({ path: article.path, size: 0, mtimeMs: 0 }, { article, facts, document })
  }
  await writer.finish()
}
