import { resolve } from 'node:path'
import { parseClusterSettings } from './kb-index/file/cluster-settings.mjs'
import { defaultIndexFile } from './kb-index/file/default-index-file.mjs'

/** The folder of the articles and the file of their index. */
export interface Places {
  readonly contentDir: string
  readonly indexFile: string
}

/**
 * Gives the content folder (an option, `KB_CONTENT` or content/) and the index file (an option, `KB_INDEX` or one below .cache/
 * for each content folder, so that switching folders rebuilds nothing). Relative paths start at the working directory.
 */
export function getPlaces(
  env: NodeJS.ProcessEnv = process.env,
  options: { readonly content?: string; readonly index?: string } = {},
): Places {
  // Without these marks the bundler includes the whole project, since the paths are known only at run time.
  const contentDir = resolve(/* turbopackIgnore: true */ options.content || env.KB_CONTENT || 'content')
  const indexFile = options.index || env.KB_INDEX || defaultIndexFile(contentDir)
  return { contentDir, indexFile: resolve(/* turbopackIgnore: true */ indexFile) }
}

/** Gives the scheme and host under which readers know the site (`KB_ORIGIN`). server/settings.mjs has checked it. */
export function getConfiguredOrigin(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.KB_ORIGIN ? new URL(env.KB_ORIGIN).origin : undefined
}

export function isDevelopment(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NODE_ENV === 'development'
}

/** Gives what tells one build of scripts and styles from another (`KB_ASSETS`), which the server sets. */
export function getAssetsVersion(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.KB_ASSETS
}

/** Gives the OpenSearch cluster that finds words (`KB_SEARCH=opensearch`). server/settings.mjs has checked it. */
export function getClusterSettings(env: NodeJS.ProcessEnv = process.env): ReturnType<typeof parseClusterSettings> {
  return parseClusterSettings(env)
}
