import { existsSync } from 'node:fs'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import { lockIndex } from '@/lib/kb-index/file/index-lock'
import { sharedIndex } from '@/lib/kb-index/file/open'
import { getLocation } from '@/lib/kb-index/read/relations'
import { IndexWriter } from '@/lib/kb-index/write/index-writer'
import { searchIndex } from './search'
import { makeSearchDocument } from './search-document'
import { findSimilarArticles } from './similar-articles'
import { suggestFromIndex } from './suggest'

/** Gives the engine of one index file, which the first `put` makes. Reading throws while there is none. */
export function createSqliteEngine(indexFile: string): SearchEngine {
  const change = async (write: (writer: IndexWriter) => void) => {
    const unlock = lockIndex(indexFile)
    if (!unlock) throw new Error(`Another process writes the index ${indexFile}. Try again when it has finished.`)
    try {
      await changeLocked(indexFile, write)
    } finally {
      unlock()
    }
  }
  return {
    put: async (articles) =>
      change((writer) => {
        for (const { article, facts } of articles) {
          // Size and time tell whether a file has changed; what comes from elsewhere has neither.
          const file = { path: article.path, size: 0, mtimeMs: 0 }
          writer.putArticle(file, article, facts, makeSearchDocument(article, facts))
        }
      }),
    delete: async (numbers) => {
      const index = sharedIndex(indexFile)
      const paths = numbers.flatMap((number) => getLocation(index, number)?.path ?? [])
      await change((writer) => {
        for (const path of paths) writer.removeFile(path)
      })
    },
    search: async (query) => searchIndex(sharedIndex(indexFile), query),
    suggest: async (text) => suggestFromIndex(sharedIndex(indexFile), text),
    findSimilar: async (text, limit) => findSimilarArticles(sharedIndex(indexFile), text, limit),
  }
}

async function changeLocked(indexFile: string, write: (writer: IndexWriter) => void): Promise<void> {
  const writer = existsSync(indexFile) ? IndexWriter.update(indexFile) : IndexWriter.build(indexFile)
  try {
    write(writer)
    await writer.finish()
  } catch (error) {
    writer.abandon()
    throw error
  }
}
