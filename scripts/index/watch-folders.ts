import { type FSWatcher, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { isContentFileName, listArticleFolders } from '@/lib/content/list-article-files'

/**
 * Calls `onChange` when an article or folder may have been changed, added or deleted. Gives the function that ends it. Each
 * folder is watched separately: `recursive` would watch every file, and systems limit the number of watches.
 */
export function watchFolders(contentDir: string, onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>()

  const watchNew = (): void => {
    const folders = listArticleFolders(contentDir)
    const present = new Set(folders)
    for (const [folder, watcher] of watchers) if (!present.has(folder)) stop(folder, watcher)
    for (const folder of folders) if (!watchers.has(folder)) start(folder)
  }
  const start = (folder: string): void => {
    const watcher = watch(join(contentDir, folder), (_event, name) => react(folder, name))
    watcher.on('error', () => stop(folder, watcher))
    watchers.set(folder, watcher)
  }
  const stop = (folder: string, watcher: FSWatcher): void => {
    watcher.close()
    watchers.delete(folder)
  }
  const react = (folder: string, name: string | null): void => {
    const path = name === null || folder === '' ? name : `${folder}/${name}`
    const isFolder = path === null || watchers.has(path) || isFolderNow(join(contentDir, path))
    if (isFolder) watchNew()
    if (isFolder || (name !== null && isContentFileName(name))) onChange()
  }

  watchNew()
  return () => {
    for (const [folder, watcher] of watchers) stop(folder, watcher)
  }
}

function isFolderNow(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
