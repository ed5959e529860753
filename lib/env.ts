import { createHash } from 'node:crypto'
import { resolve } from 'node:path'

/** Where the articles lie and where their index is kept. */
export interface Places {
  readonly contentDir: string
  readonly indexFile: string
}

/**
 * Gives the content folder (an option, `KB_CONTENT` or content/) and the index file (an option, `KB_INDEX` or one below
 * .cache/ that belongs to that content folder). Relative paths start at the folder in which the program was started.
 */
export function getPlaces(
  env: NodeJS.ProcessEnv = process.env,
  options: { readonly content?: string; readonly index?: string } = {},
): Places {
  // These files are data of the reader's machine; without the marks the bundler would pack the whole project.
  const contentDir = resolve(/* turbopackIgnore: true */ options.content || env.KB_CONTENT || 'content')
  const indexFile = options.index || env.KB_INDEX || defaultIndexFile(contentDir)
  return { contentDir, indexFile: resolve(/* turbopackIgnore: true */ indexFile) }
}

function defaultIndexFile(contentDir: string): string {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16)
  return `.cache/index-${name}.db`
}

/** Tells whether the development server runs, whose tools need a looser policy. */
export function isDevelopment(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NODE_ENV === 'development'
}
