import type { ArticleHead, FileLink } from '@/lib/kb/articles/article'
import type { Problem } from '@/lib/kb/articles/errors'
import { resolveBeside } from '@/lib/kb/articles/local-address'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, insertRow, run } from '@/lib/kb-index/file/rows'
import { insertProblem } from './insert-problem'

/** Enters the links of an article to files. */
export function insertFileLinks(
  database: IndexDatabase,
  { frontMatter, path, bodyLine }: ArticleHead,
  links: readonly FileLink[],
): void {
  for (const { url, line, citedTitle, context } of links) {
    insertRow(database, 'fileLink', {
      source: frontMatter.number,
      path: resolveBeside(path, url),
      url,
      fileLine: bodyLine + line - 1,
      citedTitle,
      context,
    })
  }
}

/** Derives the links to articles from those to their files, and reports the others. */
export function deriveFileLinks(database: IndexDatabase): void {
  run(database, 'DELETE FROM link WHERE isFile = 1')
  run(
    database,
    `INSERT INTO link (source, target, fileLine, citedTitle, context, isExplicit, isFile)
     SELECT source, article.number, fileLine, citedTitle, context, 1, 1
     FROM fileLink JOIN article ON article.path = fileLink.path`,
  )
  const dead = allRows<Pick<Problem, 'file' | 'line' | 'number'> & { readonly url: string }>(
    database,
    `SELECT article.path AS file, fileLine AS line, article.number, url FROM fileLink JOIN article ON article.number = source
     WHERE fileLink.path IS NULL OR NOT EXISTS (SELECT 1 FROM article AS target WHERE target.path = fileLink.path)
     ORDER BY file, line, url`,
  )
  for (const { url, ...place } of dead) {
    const message = `The link "${url.slice(0, 200)}" leads to no article. Correct the path, or remove the link.`
    insertProblem(database, { ...place, message }, 'collection')
  }
}
