import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isSeriesFile } from './read-series-file'
import { isSiteFile } from './read-site-file'

/** An article file in the content folder. */
export interface ArticleFile {
  /** Path below the content folder, with forward slashes. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

/**
 * Lists every content file below `contentDir` in path order: `*.md` under any name except README.md and names that begin
 * with a dot, `series.yaml` and `site.yaml`. Links are not followed, so nothing outside the folder is ever read.
 */
export async function listContentFiles(contentDir: string): Promise<ArticleFile[]> {
  const files: ArticleFile[] = []
  for (const folder of walkFolders(contentDir)) {
    for (const entry of folder.entries) {
      if (!entry.isFile() || !isContentFileName(entry.name)) continue
      const path = joinPath(folder.path, entry.name)
      // Synchronous, because waiting would be most of the cost of 60,000 small calls.
      const status = statSync(join(contentDir, path), { throwIfNoEntry: false })
      // The file may have disappeared since its folder was read, for example while an editor replaces it.
      if (status) files.push({ path, size: status.size, mtimeMs: status.mtimeMs })
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Gives the content file at a path; `undefined` if there is none, or something that is no content file. */
export function findContentFile(contentDir: string, path: string): ArticleFile | undefined {
  if (!isContentFileName(path.slice(path.lastIndexOf('/') + 1))) return undefined
  try {
    const status = lstatSync(join(contentDir, path), { throwIfNoEntry: false })
    return status?.isFile() ? { path, size: status.size, mtimeMs: status.mtimeMs } : undefined
  } catch (error) {
    // A file has taken the place of a folder on the way.
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** Tells whether the folder is there and has anything in it: where a disk was unmounted, an empty folder may be left. */
export function hasContent(contentDir: string): boolean {
  try {
    return readdirSync(contentDir).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

/** Lists the content files that are articles, in path order. */
export async function listArticleFiles(contentDir: string): Promise<ArticleFile[]> {
  return (await listContentFiles(contentDir)).filter(({ path }) => isArticleFileName(path))
}

/** Lists the content folder and its subfolders that may have articles, as paths below `contentDir`. */
export function listArticleFolders(contentDir: string): string[] {
  return Array.from(walkFolders(contentDir), ({ path }) => path)
}

/** Tells whether a file of this name is an article, or describes update series or the site. */
export function isContentFileName(name: string): boolean {
  return isSeriesFile(name) || isSiteFile(name) || isArticleFileName(name)
}

export function isArticleFileName(name: string): boolean {
  return /\.md$/i.test(name) && !/^(?:readme\.md$|\.)/i.test(name)
}

function* walkFolders(contentDir: string): Generator<{ readonly path: string; readonly entries: readonly Dirent[] }> {
  const waiting = ['']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = readFolder(contentDir, path)
    yield { path, entries }
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(joinPath(path, entry.name))
    }
  }
}

/** A subfolder deleted during the walk counts as empty; a missing root is an error. */
function readFolder(contentDir: string, path: string): Dirent[] {
  try {
    return readdirSync(join(contentDir, path), { withFileTypes: true })
  } catch (error) {
    if (path !== '' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
