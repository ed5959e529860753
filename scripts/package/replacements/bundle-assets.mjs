import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../shared/project-root.mjs'

/** Gives the scripts of a copy of the site, which were bundled when the package was made. */
export async function bundleCopy() {
  const folder = join(PROJECT_ROOT, 'copy')
  const names = (await readdir(folder)).sort()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })))
}
