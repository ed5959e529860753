import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PROJECT_ROOT } from '../shared/project-root.mjs'

/** Read while the site is served or exported, from where a clone has them. */
const COPIED = ['next.config.js', 'public', 'scripts/export/illustration.png']

/** Makes `dist/`, which is all of the package: the built pages, and the programs without their sources. */
export async function buildPackage() {
  const dist = join(PROJECT_ROOT, 'dist')
  const { dependencies } = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8'))
  await rm(dist, { recursive: true, force: true })
  // Before packages are installed, this module is loaded and these are not.
  const { bundlePrograms } = await import('./bundle-programs.mjs')
  const { bundleCopy } = await import('../shared/bundle-assets.mjs')
  const { copyPages } = await import('./copy-pages.mjs')
  await copyPages(join(PROJECT_ROOT, '.next'), join(dist, '.next'))
  await bundlePrograms(dist, Object.keys(dependencies))
  for (const path of COPIED) {
    await mkdir(dirname(join(dist, path)), { recursive: true })
    await cp(join(PROJECT_ROOT, path), join(dist, path), { recursive: true })
  }
  await mkdir(join(dist, 'copy'))
  for (const { name, text } of await bundleCopy()) await writeFile(join(dist, 'copy', name), text)
}
