import { type ArticleFile, findContentFile, hasContent, listContentFiles } from '@/lib/content/list-article-files'
import { hasPictureChanged } from '@/lib/content/pictures/find-pictures'
import { readContentHash } from '@/lib/content/read-article'
import { readSiteFileSync, SITE_FILE } from '@/lib/content/read-site-file'
import { ArticleError, type Problem } from '@/lib/kb/articles/errors'
import { readingOf, type SiteReading } from '@/lib/kb/site-file'
import { countArticles } from '@/lib/kb-index/file/collection'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { findIndexFault, openIndex } from '@/lib/kb-index/file/open'
import type { IndexFault } from '@/lib/kb-index/file/proof'
import {
  getContentHash,
  listIndexedFiles,
  listIndexedPictures,
  listPathsOfNumbers,
  listProblems,
} from '@/lib/kb-index/read/indexed-files'
import { getSite } from '@/lib/kb-index/read/site/get-site'
import { CommandError } from '@/scripts/shared/command-error.mjs'

/** How the content folder differs from the index. */
export interface Comparison {
  /** All files; absent if only some were compared. */
  readonly files?: readonly ArticleFile[]
  /** Files to read: new ones and those with a different text. */
  readonly changed: readonly ArticleFile[]
  /** Files with a different time and the same text. */
  readonly touched: readonly ArticleFile[]
  /** Paths that are in the index only. */
  readonly gone: readonly string[]
  /** What the site file says of how the others are read. */
  readonly site?: SiteReading
  /** Why the index cannot be read. */
  readonly fault?: IndexFault
  /** What the index holds; absent if it cannot be read. */
  readonly known?: { readonly articleCount: number; readonly problems: readonly Problem[] }
}

/**
 * Compares the content folder with the index by size and time. A file whose time differs is read, because a copy or a
 * checkout gives every file a new time and the same text. Given paths, it compares these only, by their texts. Throws a
 * `CommandError` if all articles are gone: then it is the folder that is gone, and not each article.
 */
export async function compareWithIndex(
  contentDir: string,
  indexFile: string,
  paths?: ReadonlySet<string>,
): Promise<Comparison> {
  const fault = findIndexFault(indexFile)
  if (fault) {
    const files = await listContentFiles(contentDir)
    return { files, changed: files, touched: [], gone: [], site: readSiteReading(contentDir), fault }
  }
  const database = openIndex(indexFile)
  try {
    const known = { articleCount: countArticles(database), problems: listProblems(database) }
    if (known.articleCount > 0 && !hasContent(contentDir)) refuseEmpty(contentDir)
    const files = paths ? undefined : await listContentFiles(contentDir)
    const before = readingOf(getSite(database))
    const site = readSiteReading(contentDir, before)
    if (JSON.stringify(site) !== JSON.stringify(before)) {
      const all = files ?? (await listContentFiles(contentDir))
      const { gone } = listDifferences(contentDir, database, { files: all })
      return { files: all, known, site, changed: all, touched: [], gone }
    }
    const differences = listDifferences(contentDir, database, { files, paths })
    const goneCount = differences.gone.filter((path) => getContentHash(database, path) !== undefined).length
    if (goneCount > 0 && goneCount === known.articleCount && differences.changed.length === 0) refuseEmpty(contentDir)
    return { files, known, site, ...differences }
  } finally {
    closeDatabase(database)
  }
}

/** While the site file cannot be read, files are read as they were `before`. */
function readSiteReading(contentDir: string, before?: SiteReading): SiteReading | undefined {
  try {
    return readingOf(readSiteFileSync(contentDir, SITE_FILE).settings)
  } catch (error) {
    if (error instanceof ArticleError) return before
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function refuseEmpty(contentDir: string): never {
  throw new CommandError(
    `The content folder "${contentDir}" has gone or is empty, so the index stays as it was. Bring the articles back, or delete the index to start anew.`,
  )
}

function listDifferences(
  contentDir: string,
  database: IndexDatabase,
  { files, paths }: { readonly files?: readonly ArticleFile[]; readonly paths?: ReadonlySet<string> },
) {
  const byPath = files && new Map(files.map((file) => [file.path, file]))
  const fileAt = (path: string) => (byPath ? byPath.get(path) : findContentFile(contentDir, path))
  const indexed = new Map(listIndexedFiles(database, paths).map((file) => [file.path, file]))
  const changed = new Set<string>()
  const touched = new Set<string>()
  const gone = new Map(indexed)
  const present = files ?? Array.from(paths ?? [], fileAt).filter((file) => file !== undefined)
  for (const file of present) {
    gone.delete(file.path)
    const before = indexed.get(file.path)
    if (before?.size !== file.size) changed.add(file.path)
    // Two changes between two ticks of the file system's clock have one time.
    else if (before.mtimeMs !== file.mtimeMs || paths) {
      const hash = before.hasFault ? undefined : getContentHash(database, file.path)
      const isSame = hash !== undefined && hash === readContentHash(contentDir, file.path)
      if (!isSame) changed.add(file.path)
      else if (before.mtimeMs !== file.mtimeMs) touched.add(file.path)
    }
  }
  for (const picture of listIndexedPictures(database)) {
    const isAsked = paths === undefined || (picture.path !== undefined && paths.has(picture.path))
    if (isAsked && hasPictureChanged(contentDir, picture)) changed.add(picture.article)
  }
  // When a file gives up its number, another file with that number is served instead.
  const freed = [...gone.keys(), ...changed].flatMap((path) => indexed.get(path)?.number ?? [])
  for (const path of listPathsOfNumbers(database, freed)) if (!gone.has(path)) changed.add(path)
  const filesAt = (list: Iterable<string>) => Array.from(list, fileAt).filter((file) => file !== undefined)
  return {
    changed: filesAt(changed),
    touched: filesAt(touched).filter(({ path }) => !changed.has(path)),
    gone: [...gone.keys()],
  }
}
