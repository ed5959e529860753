import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listArticleFiles } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'

const FILES_AT_ONCE = 64

/** Writes a plain HTML page for each article, NUMBER.html, and a front page. Gives the number of articles. */
export async function writeStaticPages(contentDir: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const files = await listArticleFiles(contentDir)
  let count = 0
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const written = await Promise.all(files.slice(at, at + FILES_AT_ONCE).map(({ path }) => writePage(path)))
    count += written.filter(Boolean).length
  }
  await writeFile(join(folder, 'index.html'), renderPage('Articles', `<p>${count} articles</p>`))
  return count

  async function writePage(path: string): Promise<boolean> {
    try {
      const article = await readArticle(contentDir, path)
      await writeFile(join(folder, `${article.frontMatter.number}.html`), articleToHtml(article))
      return true
    } catch (error) {
      // The index skips invalid articles too.
      if (error instanceof ArticleError) return false
      throw error
    }
  }
}

/** Gives a number in its usual spellings, which the peers would not know otherwise. */
export function spellNumber(number: number): string {
  return `KB${number} Q${number} ${number}`
}

/** The page has the title, the number and the whole text of the article. */
export function articleToHtml({ frontMatter, body }: Pick<Article, 'frontMatter' | 'body'>): string {
  return renderPage(frontMatter.title, `<p>${spellNumber(frontMatter.number)}</p>\n<pre>${escapeHtml(body)}</pre>`)
}

function renderPage(title: string, html: string): string {
  const escaped = escapeHtml(title)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped}</title></head>
<body><h1>${escaped}</h1>
${html}
</body></html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
