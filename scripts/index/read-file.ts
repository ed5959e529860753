import type { ArticleFile } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import type { Article, ArticleFacts } from '@/lib/kb/article'
import { ArticleError, type ContentProblem } from '@/lib/kb/errors'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** A file that was read: an article with its facts, or what is wrong with it. */
export interface ReadFile {
  readonly file: ArticleFile
  readonly result: { readonly article: Article; readonly facts: ArticleFacts } | { readonly problem: ContentProblem }
}

/** Reads one file. What makes it no article is a result; any other fault is thrown. */
export async function readFile(contentDir: string, file: ArticleFile): Promise<ReadFile> {
  try {
    const article = await readArticle(contentDir, file.path)
    return { file, result: { article, facts: extractFacts(article) } }
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error
    return { file, result: { problem: { ...error.place, message: error.message } } }
  }
}

function extractFacts(article: Article): ArticleFacts {
  const { number } = article.frontMatter
  try {
    return extractArticleFacts(article.body, number)
  } catch (error) {
    // The Markdown parser recurses once a level, so that only absurd nesting exhausts the stack.
    if (!(error instanceof RangeError)) throw error
    throw new ArticleError('The body nests lists or quotations too deeply to be read. Write it with less nesting.', {
      path: article.path,
      line: article.bodyLine,
      number,
    })
  }
}
