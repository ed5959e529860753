import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDay } from '@/lib/kb/articles/edition'
import { ArticleError } from '@/lib/kb/articles/errors'
import { decodeContent } from './read-article'
import { readBytesSync } from './read-bytes'

/** Beside the articles, hidden from the walk over them. */
const FOLDER = '.history'
/** The newest so many are read. */
const MAX_EDITIONS = 50

/** The Markdown body of an article as it was on a day. */
export interface FormerBody {
  readonly day: string
  readonly body: string
}

/** Gives the path of a former text of the article at `path`: `.history/817/kb817064/2021-06-11.md`. */
export function editionPath(path: string, day: string): string {
  return `${folderOf(path)}/${day}.md`
}

/** Reads the former texts of an article, oldest first. What is no text of an article is passed over. */
export function readFormerBodies(contentDir: string, path: string): FormerBody[] {
  const folder = folderOf(path)
  if (!existsSync(join(contentDir, folder))) return []
  const days = readdirSync(join(contentDir, folder))
    .flatMap((name) => (name.endsWith('.md') && isDay(name.slice(0, -3)) ? [name.slice(0, -3)] : []))
    .sort()
    .slice(-MAX_EDITIONS)
  return days.flatMap((day) => {
    const body = readBody(contentDir, editionPath(path, day))
    return body === undefined ? [] : [{ day, body }]
  })
}

function readBody(contentDir: string, path: string): string | undefined {
  try {
    return bodyOf(decodeContent(readBytesSync(contentDir, path), path))
  } catch (error) {
    if (error instanceof ArticleError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

/** Gives the text below the front matter. */
export function bodyOf(text: string): string {
  return text.replace(/^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/, '')
}

function folderOf(path: string): string {
  return `${FOLDER}/${path.replace(/\.md$/i, '')}`
}
