import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../shared/command-error.mjs'

/** Throws a `CommandError` unless `contentDir` is a folder with at least one article file. */
export async function requireArticles(contentDir) {
  if (await hasArticleFile(contentDir).catch(refuse)) return
  throw new CommandError(
    `No articles (*.md) found in "${contentDir}". Add some, or choose another folder with --content or KB_CONTENT.`,
  )

  function refuse(error) {
    const faults = { ENOENT: 'does not exist', ENOTDIR: 'is not a folder', EACCES: 'is not readable' }
    const fault = error.path === contentDir ? faults[error.code] : undefined
    if (!fault) throw error
    throw new CommandError(
      `The content folder "${contentDir}" ${fault}. Choose a folder of Markdown articles with --content or KB_CONTENT.`,
    )
  }
}

/** Repeats the rule of lib/content/list-article-files.ts, which cannot be loaded before packages are installed. */
async function hasArticleFile(folder) {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'))
  if (entries.some((entry) => entry.isFile() && /\.md$/i.test(entry.name) && !/^readme\.md$/i.test(entry.name))) {
    return true
  }
  for (const entry of entries) {
    if (entry.isDirectory() && (await hasArticleFile(join(folder, entry.name)))) return true
  }
  return false
}
