import type { ArticleFile } from '@/lib/content/list-article-files'
import { readArticleSync } from '@/lib/content/read-article'
import type { IndexedFacts } from '@/lib/kb/article-facts'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError, type ContentProblem } from '@/lib/kb/articles/errors'
import { makeSearchDocument, type SearchDocument } from '@/lib/kb-index/search/search-document'
import { extractFacts } from './extract-facts'

/** A file that was read: an article with its facts, or what is wrong with it. */
export interface ReadFile {
  readonly file: ArticleFile
  readonly result:
    | { readonly article: Article; readonly facts: IndexedFacts; readonly document: SearchDocument }
    | { readonly problem: ContentProblem }
}

/**
 * Reads one file. What makes it no article is a result; any other fault is thrown. Gives `undefined` for a file that has gone
 * since it was listed.
 */
export function readFile(contentDir: string, file: ArticleFile): ReadFile | undefined {
  try {
    const article = readArticleSync(contentDir, file.path)
    const facts = readFacts(article)
    return { file, result: { article, facts, document: makeSearchDocument(article, facts) } }
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
    // Nesting that takes many lines exhausts the stack of the Markdown parser, which recurses once a level.
    const isStack = error.message.startsWith('Maximum call stack')
    const message = isStack ? 'The body nests too deeply to be read. Write it with less nesting.' : error.message
    throw new ArticleError(message, { path: article.path, line: article.bodyLine, number })
  }
}
