import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '@/lib/kb/articles/article'
import { ArticleError } from '@/lib/kb/articles/errors'
import { parseFrontMatter } from './parse-front-matter'

/** The largest article of a real archive has 179 KB; more than this is a file that went astray. */
const MAX_ARTICLE_BYTES = 4 * 1024 * 1024

/** Reads the article at `path` below `contentDir`. Throws an `ArticleError` for a file that is none. */
export async function readArticle(contentDir: string, path: string): Promise<Article> {
  const file = join(contentDir, path)
  refuseSize((await stat(file)).size, path)
  return parseArticle(decodeUtf8(await readFile(file), path), path)
}

/** Does the same without waiting: of many small files, most of the cost would be that of waiting. */
export function readArticleSync(contentDir: string, path: string): Article {
  const file = join(contentDir, path)
  refuseSize(statSync(file).size, path)
  return parseArticle(decodeUtf8(readFileSync(file), path), path)
}

/** Gives the hash that the article in a file has or would have, `undefined` for a file that cannot be one. */
export function readContentHash(contentDir: string, path: string): string | undefined {
  try {
    return hashText(normalizeText(decodeUtf8(readFileSync(join(contentDir, path)), path)))
  } catch (error) {
    if (error instanceof ArticleError) return undefined
    throw error
  }
}

/** Gives the article that a file's text holds. Throws an `ArticleError` for text that is none. */
export function parseArticle(text: string, path: string): Article {
  const normalized = normalizeText(text)
  const block = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(normalized)
  if (!block) {
    if (/^---[ \t]*\n/.test(normalized)) {
      throw new ArticleError('The front matter has no end. Put a line "---" below its last field.', { path, line: 1 })
    }
    throw new ArticleError(
      'The file does not begin with front matter between two lines "---". Begin it with "---", the fields number and title, and "---".',
      { path, line: 1 },
    )
  }
  const { frontMatter, fieldLines } = parseFrontMatter(block[1] ?? '', path)
  const body = normalized.slice(block[0].length)
  return {
    frontMatter,
    fieldLines,
    body,
    path,
    bodyLine: block[0].split('\n').length,
    contentHash: hashText(normalized),
  }
}

function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function hashText(normalized: string): string {
  return createHash('sha256').update(normalized).digest('base64url')
}

function refuseSize(size: number, path: string): void {
  if (size <= MAX_ARTICLE_BYTES) return
  throw new ArticleError(
    `The file has ${size} bytes, and an article may have ${MAX_ARTICLE_BYTES}. Split it, or move it out of the content folder.`,
    { path, line: 1 },
  )
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new ArticleError(
      'The file is not UTF-8 text. Save it as UTF-8, or import it with "npm run content:import".',
      { path, line: 1 },
    )
  }
}
