// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ASSETS, assetPath } from '../lib/http/asset-path.mjs'
import { CommandError } from '../scripts/shared/command-error.mjs'
import { ASSETS_FOLDER } from '../scripts/shared/project-root.mjs'
import { createEncodedBody } from './pages/encodings.mjs'

/** @typedef {ReturnType<typeof createEncodedBody>} EncodedBody */
/** @typedef {{ readonly version?: string, readonly find: (path: string) => Promise<EncodedBody | undefined> }} Assets */

/**
 * Reads the built scripts and styles of the pages. Their addresses name their bytes, so that browsers may keep them.
 *
 * @returns {Assets}
 */
export function readAssets() {
  const files = ASSETS.map((name) => ({ name, body: readAsset(name) }))
  const hash = createHash('sha256')
  for (const { body } of files) hash.update(body)
  const version = hash.digest('hex').slice(0, 12)
  const known = new Map(files.map(({ name, body }) => [assetPath(name, version), createEncodedBody(body)]))
  return { version, find: async (path) => known.get(path) }
}

/**
 * Makes scripts and styles anew for each request: in development a change shows at the next page.
 *
 * @returns {Assets}
 */
export function bundleAssetsAnew() {
  return {
    async find(path) {
      const name = ASSETS.find((one) => assetPath(one) === path)
      if (name === undefined) return undefined
      const { bundleAssets } = await import('../scripts/shared/bundle-assets.mjs')
      const bundle = await bundleAssets({ isDevelopment: true })
      return createEncodedBody(Buffer.from(bundle.find((asset) => asset.name === name)?.text ?? ''))
    },
  }
}

/** @param {string} name */
function readAsset(name) {
  try {
    return readFileSync(join(ASSETS_FOLDER, name))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new CommandError('The pages are not built. Run "npm run build" first, or "npm start", which does.')
  }
}
