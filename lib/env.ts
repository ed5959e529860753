import { createHash } from 'node:crypto'
import { resolve } from 'node:path'

/** Where the articles lie and where their index is kept. */
export interface Places {
  readonly contentDir: string
  readonly indexFile: string
}

/**
 * Gives the content folder (`KB_CONTENT`, else content/) and the index file (`KB_INDEX`, else one below .cache/ that
 * belongs to that folder, so that serving another folder costs the first nothing). Relative paths count from the folder
 * in which the program was started.
 */
export function getPlaces(env: NodeJS.ProcessEnv = process.env): Places {
  // These files are data of the reader's machine; without the marks the bundler would pack the whole project.
  const contentDir = resolve(/* turbopackIgnore: true */ env.KB_CONTENT || 'content')
  return { contentDir, indexFile: resolve(/* turbopackIgnore: true */ env.KB_INDEX || defaultIndexFile(contentDir)) }
}

function defaultIndexFile(contentDir: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16)
  return `.cache/index-${name}.db`
}

/** Tells whether the development server runs, whose tools need a looser policy. */
export function isDevelopment(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NODE_ENV === 'development'
}
