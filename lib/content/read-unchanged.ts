import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'
import type { FrontMatterRules } from '@/lib/kb/articles/front-matter-rules'
import { type ArticleFile, findContentFile } from './list-article-files'
import { decodeContent, parseArticle } from './read-article'
import { readBytes } from './read-bytes'

/** Reads an article whose file has the size and the time that it was indexed with; `undefined` for any other and for none. */
export async function readUnchanged(
  contentDir: string,
  { path, size, mtimeMs }: ArticleFile,
  rules?: FrontMatterRules,
): Promise<Article | undefined> {
  const file = findContentFile(contentDir, path)
  if (file?.size !== size || file.mtimeMs !== mtimeMs) return undefined
  try {
    return parseArticle(decodeContent(await readBytes(contentDir, path), path), path, rules)
  } catch (error) {
    // It changed between the two looks.
    const isOfFile = error instanceof ArticleError || (error instanceof Error && 'code' in error)
    if (isOfFile) return undefined
    throw error
  }
}
