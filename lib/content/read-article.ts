import { createHash } from 'node:crypto'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'
import type { FrontMatterRules } from '@/lib/kb/articles/front-matter-rules'
import { repeatedTitleLength } from '@/lib/kb/articles/title-heading'
import { parseFrontMatter } from './parse-front-matter'
import { readBytes, readBytesSync } from './read-bytes'

/** Reads the article at `path` below `contentDir`. Throws an `ArticleError` if the file is not a valid article. */
export async function readArticle(contentDir: string, path: string): Promise<Article> {
  return parseArticle(decodeUtf8(await readBytes(contentDir, path), path), path)
}

/** Reads an article and its text synchronously, which is faster for many small files. */
export function readArticleSync(
  contentDir: string,
  path: string,
  rules?: FrontMatterRules,
): { article: Article; text: string } {
  const text = decodeContent(readBytesSync(contentDir, path), path)
  return { article: parseArticle(text, path, rules), text }
}

/** Reads the hash that the article in a file has or would have; `undefined` if the file cannot be an article. */
export function readContentHash(contentDir: string, path: string): string | undefined {
  try {
    return hashText(decodeContent(readBytesSync(contentDir, path), path))
  } catch (error) {
    if (error instanceof ArticleError) return undefined
    throw error
  }
}

/** Reads the text at `path` if it still is the one with this hash. Gives `undefined` for any other, and for a file that cannot be read. */
export function readTextOf(contentDir: string, path: string, contentHash: string): string | undefined {
  try {
    const text = decodeContent(readBytesSync(contentDir, path), path)
    return hashText(text) === contentHash ? text : undefined
  } catch (error) {
    const isOfFile = error instanceof ArticleError || (error instanceof Error && 'code' in error)
    if (isOfFile) return undefined
    throw error
  }
}

/**
 * Parses the text of an article file. Throws an `ArticleError` if it is not a valid article. By the rules of a site for articles of
 * others, one without front matter may be valid.
 */
export function parseArticle(text: string, path: string, rules?: FrontMatterRules): Article {
  const normalized = normalizeText(text)
  const block = FRONT_MATTER.exec(normalized)
  if (!block && (!rules || isOpened(normalized))) {
    const message = isOpened(normalized)
      ? 'The front matter is not closed. Add a line "---" below its last field.'
      : 'No front matter found. Start the file with a line "---", the fields number and title, and another line "---".'
    throw new ArticleError(message, { file: path, line: 1 })
  }
  const [before = '', yaml = ''] = block ?? []
  const whole = normalized.slice(before.length)
  const parsed = parseFrontMatter(yaml, path, rules && { rules, body: whole })
  // A first heading that is the title stands once.
  const repeated = repeatedTitleLength(whole, parsed.frontMatter.title, parsed.frontMatter.number)
  return {
    ...parsed,
    body: whole.slice(repeated),
    path,
    bodyLine: normalized.slice(0, before.length + repeated).split('\n').length,
    contentHash: hashText(normalized),
  }
}

export const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/

function isOpened(text: string): boolean {
  return /^---[ \t]*\n/.test(text)
}

/** Gives the text of a content file with line feeds. Throws an `ArticleError` for bytes that are not UTF-8. */
export function decodeContent(bytes: Uint8Array, path: string): string {
  return normalizeText(decodeUtf8(bytes, path))
}

function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** Gives the hash by which the index knows a text with line feeds. */
export function hashText(normalized: string): string {
  return createHash('sha256').update(normalized).digest('base64url')
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const message = 'The file is not UTF-8 text. Save it as UTF-8, or import it with "npm run content:import".'
    throw new ArticleError(message, { file, line: 1 })
  }
}
