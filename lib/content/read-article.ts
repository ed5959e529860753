import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'
import { parseFrontMatter } from './parse-front-matter'

/** The largest article of a real archive has 179 KB; a file above this limit went astray. */
const MAX_ARTICLE_BYTES = 4 * 1024 * 1024

/** Reads the article at `path` below `contentDir`. Throws an `ArticleError` if the file is not a valid article. */
export async function readArticle(contentDir: string, path: string): Promise<Article> {
  const file = join(contentDir, path)
  refuseSize((await stat(file)).size, path)
  return parseArticle(decodeUtf8(await readFile(file), path), path)
}

/** Reads the text of the article at `path`, with line feeds. */
export async function readArticleText(contentDir: string, path: string): Promise<string> {
  const file = join(contentDir, path)
  refuseSize((await stat(file)).size, path)
  return decodeContent(await readFile(file), path)
}

/** Does the same as `readArticle` synchronously, which is faster for many small files. */
export function readArticleSync(contentDir: string, path: string): Article {
  const file = join(contentDir, path)
  refuseSize(statSync(file).size, path)
  return parseArticle(decodeUtf8(readFileSync(file), path), path)
}

/** Reads the hash that the article in a file has or would have; `undefined` if the file cannot be an article. */
export function readContentHash(contentDir: string, path: string): string | undefined {
  try {
    return hashText(normalizeText(decodeUtf8(readFileSync(join(contentDir, path)), path)))
  } catch (error) {
    if (error instanceof ArticleError) return undefined
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

function refuseSize(size: number, file: string): void {
  if (size <= MAX_ARTICLE_BYTES) return
  const message = `The file has ${size} bytes; the limit is ${MAX_ARTICLE_BYTES}. Split it, or move it out of the content folder.`
  throw new ArticleError(message, { file, line: 1 })
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
