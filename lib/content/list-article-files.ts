import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of the content folder, as the file system describes it. */
export interface ArticleFile {
  /** Path below the content folder, with forward slashes. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
}

/**
 * Lists every article file below `contentDir` in path order: `*.md` under any name except README.md and names that
 * begin with a dot. Links are not followed, so nothing outside the folder is ever read.
 */
export async function listArticleFiles(contentDir: string): Promise<ArticleFile[]> {
  const files: ArticleFile[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(contentDir, folder), { withFileTypes: true })
    const paths: string[] = []
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile() && isArticleFileName(entry.name)) paths.push(path)
    }
    for (const file of await Promise.all(paths.map((path) => describeFile(contentDir, path))))
      if (file) files.push(file)
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Tells whether a file of this name is an article. */
export function isArticleFileName(name: string): boolean {
  return /\.md$/i.test(name) && !/^(?:readme\.md$|\.)/i.test(name)
}

/** Gives `undefined` for a file that has gone since its folder was read, as when an editor replaces it. */
async function describeFile(contentDir: string, path: string): Promise<ArticleFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(join(contentDir, path))
    return { path, size, mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
