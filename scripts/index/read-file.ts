import type { ArticleFile } from '@/lib/content/list-article-files'
import { readArticleSync } from '@/lib/content/read-article'
import { isSeriesFile, readSeriesFileSync, type SeriesInFile } from '@/lib/content/read-series-file'
import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import type { SearchDocument } from '@/lib/kb-index/search/search-document'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { extractFacts } from './extract-facts'

/** A file and what was read from it: an article with its facts, update series, or a problem. */
export interface ReadFile {
  readonly file: ArticleFile
  readonly result:
    | { readonly article: Article; readonly facts: IndexedFacts; readonly document: SearchDocument }
    | { readonly series: readonly SeriesInFile[] }
    | { readonly problem: Problem }
}

/** Reads the files of a batch. This is what the threads of `read-files.ts` do. */
export function readBatch(files: readonly ArticleFile[], contentDir: string): (ReadFile | undefined)[] {
  return files.map((file) => readFile(contentDir, file))
}

/** Reads one file, or gives `undefined` if it has been deleted since it was listed. Faults are thrown. */
function readFile(contentDir: string, file: ArticleFile): ReadFile | undefined {
  try {
    if (isSeriesFile(file.path)) return { file, result: { series: readSeriesFileSync(contentDir, file.path) } }
    const article = readArticleSync(contentDir, file.path)
    const facts = readFacts(article)
    return { file, result: { article, facts, document: sqliteEngine.prepare(article, facts) } }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    if (!(error instanceof ArticleError)) throw error
    return { file, result: { problem: { ...error.place, message: error.message } } }
  }
}

function readFacts(article: Article): IndexedFacts {
  const { number } = article.frontMatter
  try {
    return extractFacts(article)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The Markdown parser recurses once per level, so nesting over many lines exhausts its stack.
    const isStack = error.message.startsWith('Maximum call stack')
    const message = isStack ? 'The body is nested too deeply. Reduce the nesting.' : error.message
    throw new ArticleError(message, { file: article.path, line: article.bodyLine, number })
  }
}
