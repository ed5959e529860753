import { type ArticleFile, listContentFiles } from '@/lib/content/list-article-files'
import { hasPictureChanged } from '@/lib/content/pictures/find-pictures'
import { readContentHash } from '@/lib/content/read-article'
import type { Problem } from '@/lib/kb/articles/errors'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { findIndexFault, openIndex } from '@/lib/kb-index/file/open'
import type { IndexFault } from '@/lib/kb-index/file/proof'
import { getContentHash, listIndexedFiles, listIndexedPictures, listProblems } from '@/lib/kb-index/read/indexed-files'

/** How the content folder differs from the index. */
export interface Comparison {
  readonly files: readonly ArticleFile[]
  /** Files to read: new ones and those with a different text. */
  readonly changed: readonly ArticleFile[]
  /** Files with a different time and the same text. */
  readonly touched: readonly ArticleFile[]
  /** Paths that are in the index only. */
  readonly gone: readonly string[]
  /** Why the index cannot be read. */
  readonly fault?: IndexFault
  /** What the index holds; absent if it cannot be read. */
  readonly known?: { readonly articleCount: number; readonly problems: readonly Problem[] }
}

/**
 * Compares the content folder with the index by size and time. A file whose time differs is read, because a copy or a
 * checkout gives every file a new time and the same text.
 */
export async function compareWithIndex(contentDir: string, indexFile: string): Promise<Comparison> {
  const files = await listContentFiles(contentDir)
  const fault = findIndexFault(indexFile)
  if (fault) return { files, changed: files, touched: [], gone: [], fault }
  const database = openIndex(indexFile)
  try {
    const known = { articleCount: countArticles(database), problems: listProblems(database) }
    return { files, known, ...listDifferences(contentDir, files, database) }
  } finally {
    closeDatabase(database)
  }
}

function listDifferences(contentDir: string, files: readonly ArticleFile[], database: IndexDatabase) {
  const indexed = new Map(listIndexedFiles(database).map((file) => [file.path, file]))
  const changed = new Set<ArticleFile>()
  const touched = new Set<ArticleFile>()
  const gone = new Map(indexed)
  for (const file of files) {
    gone.delete(file.path)
    const before = indexed.get(file.path)
    if (before?.size !== file.size) changed.add(file)
    else if (before.mtimeMs !== file.mtimeMs) {
      const hash = getContentHash(database, file.path)
      const isSame = hash !== undefined && hash === readContentHash(contentDir, file.path)
      ;(isSame ? touched : changed).add(file)
    }
  }
  const byPath = new Map(files.map((file) => [file.path, file]))
  for (const picture of listIndexedPictures(database)) {
    const file = byPath.get(picture.article)
    if (file && !changed.has(file) && hasPictureChanged(contentDir, picture)) changed.add(file)
  }
  // When a file gives up its number, another file with that number is served instead.
  const left = [...gone.keys(), ...Array.from(changed, ({ path }) => path)]
  const freed = new Set(left.map((path) => indexed.get(path)?.number))
  for (const file of files) {
    const number = indexed.get(file.path)?.number
    if (typeof number === 'number' && freed.has(number)) changed.add(file)
  }
  return {
    changed: [...changed],
    touched: [...touched].filter((file) => !changed.has(file)),
    gone: [...gone.keys()],
  }
}
