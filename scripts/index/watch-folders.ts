import { type FSWatcher, statSync, watch } from 'node:fs'
import { extname, join } from 'node:path'
import { isContentFileName, listArticleFolders } from '@/lib/content/list-article-files'
import { PICTURE_TYPES } from '@/lib/kb/articles/picture'

/** A disk that is unmounted, and a folder that is put in place of another, may be no event. */
const ROOT_INTERVAL_MS = 1000

/** What a watch tells. */
export interface WatchListener {
  /** The file at this path may have been changed, added or deleted; without a path, anything may have been. */
  readonly onChange: (path?: string) => void
  /** The system refuses to watch; the watch has ended. */
  readonly onFault: (error: Error) => void
}

/**
 * Watches a content folder, which may go and come back. Gives the function that ends it. Each folder is watched separately:
 * `recursive` would watch every file, and systems limit the number of watches.
 */
export function watchFolders(contentDir: string, { onChange, onFault }: WatchListener): () => void {
  const watchers = new Map<string, FSWatcher>()
  let root: string | undefined

  const watchNew = (): void => {
    const folders = root === undefined ? [] : listFolders(contentDir)
    const present = new Set(folders)
    for (const folder of [...watchers.keys()]) if (!present.has(folder)) stop(folder)
    try {
      for (const folder of folders) if (!watchers.has(folder)) start(folder)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      // A folder that has gone since it was listed is told by the folder above it.
      if (hasCode(error, 'ENOENT')) return
      end()
      onFault(error)
    }
  }
  const start = (folder: string): void => {
    const watcher = watch(join(contentDir, folder), (_event, name) => react(folder, name))
    watcher.on('error', () => stop(folder))
    watchers.set(folder, watcher)
  }
  const stop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const react = (folder: string, name: string | null): void => {
    const path = name === null || folder === '' ? name : `${folder}/${name}`
    const isFolder = path === null || watchers.has(path) || isFolderNow(join(contentDir, path))
    if (isFolder) {
      watchNew()
      onChange()
    } else if (name !== null && isFollowed(name)) onChange(path)
  }
  const lookAtRoot = (): void => {
    const now = identityOf(contentDir)
    if (now === root) return
    root = now
    for (const folder of [...watchers.keys()]) stop(folder)
    watchNew()
    onChange()
  }
  const end = (): void => {
    clearInterval(timer)
    for (const folder of [...watchers.keys()]) stop(folder)
  }

  const timer = setInterval(lookAtRoot, ROOT_INTERVAL_MS)
  lookAtRoot()
  return end
}

function isFollowed(name: string): boolean {
  const ending = extname(name).slice(1).toLowerCase().replace('jpg', 'jpeg')
  return isContentFileName(name) || Object.hasOwn(PICTURE_TYPES, ending)
}

function listFolders(contentDir: string): string[] {
  try {
    return listArticleFolders(contentDir)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

function isFolderNow(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function identityOf(folder: string): string | undefined {
  const status = statSync(folder, { throwIfNoEntry: false })
  return status?.isDirectory() ? `${status.dev} ${status.ino}` : undefined
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
