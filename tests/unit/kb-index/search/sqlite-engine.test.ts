import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { suggestArticles } from '@/lib/kb-index/read/search/suggestions'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { changeIndex } from '@/tests/support/change-index'
import { indexPath } from '@/tests/support/sample-index'
import { testSearchEngine } from '@/tests/support/search-engine-conformance'

testSearchEngine('the index file', async (context) => {
  const file = indexPath(context)
  await IndexWriter.build(file).finish()
  let index = openIndex(file)
  context.after(() => closeDatabase(index))
  return {
    change: async (change) => {
      await changeIndex(file, change)
      closeDatabase(index)
      index = openIndex(file)
    },
    search: (query) => searchArticles(index, query),
    suggest: async (text) => (await suggestArticles(index, text)).articles,
    findSimilar: (text, limit) => sqliteEngine.findSimilar(index, text, limit),
  }
})
