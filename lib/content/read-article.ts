import { createHash } from 'node:crypto'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'
import { parseFrontMatter } from './parse-front-matter'
import { readBytes, readBytesSync } from './read-bytes'

/** Reads the article at `path` below `contentDir`. Throws an `ArticleError` if the file is not a valid article. */
export async function readArticle(contentDir: string, path: string): Promise<Article> {
  return parseArticle(decodeUtf8(await readBytes(contentDir, path), path), path)
}

/** Reads the text of the article at `path`, with line feeds. */
export async function readArticleText(contentDir: string, path: string): Promise<string> {
  return decodeContent(await readBytes(contentDir, path), path)
}

/** Does the same as `readArticle` synchronously, which is faster for many small files. */
export function readArticleSync(contentDir: string, path: string): Article {
  return parseArticle(decodeUtf8(readBytesSync(contentDir, path), path), path)
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

/** Tells whether the file at `path` still has the text with this hash. False for a file that cannot be read. */
export async function hasContentHash(contentDir: string, path: string, contentHash: string): Promise<boolean> {
  try {
    return hashText(decodeContent(await readBytes(contentDir, path), path)) === contentHash
  } catch (error) {
    const isOfFile = error instanceof ArticleError || (error instanceof Error && 'code' in error)
    if (isOfFile) return false
    throw error
  }
}

/** Parses the text of an article file. Throws an `ArticleError` if it is not a valid article. */
export function parseArticle(text: string, path: string): Article {
  const normalized = normalizeText(text)
  const block = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(normalized)
  if (!block) {
    const message = /^---[ \t]*\n/.test(normalized)
      ? 'The front matter is not closed. Add a line "---" below its last field.'
      : 'No front matter found. Start the file with a line "---", the fields number and title, and another line "---".'
    throw new ArticleError(message, { file: path, line: 1 })
  }
  const { frontMatter, fieldLines } = parseFrontMatter(block[1] ?? '', path)
  return {
    frontMatter,
    fieldLines,
    body: normalized.slice(block[0].length),
    path,
    bodyLine: block[0].split('\n').length,
    contentHash: hashText(normalized),
  }
}

/** Gives the text of a content file with line feeds. Throws an `ArticleError` for bytes that are not UTF-8. */
export function decodeContent(bytes: Uint8Array, path: string): string {
  return normalizeText(decodeUtf8(bytes, path))
}

function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function hashText(normalized: string): string {
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
