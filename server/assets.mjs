// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SCRIPT_NAMES, scriptPath } from '../lib/http/script-path.mjs'
import { CommandError } from '../scripts/shared/command-error.mjs'
import { SCRIPTS_FOLDER } from '../scripts/shared/project-root.mjs'
import { createEncodedBody } from './pages/encodings.mjs'

/** @typedef {ReturnType<typeof createEncodedBody>} EncodedBody */
/** @typedef {{ readonly version?: string, readonly find: (path: string) => Promise<EncodedBody | undefined> }} Assets */

/**
 * Reads the built scripts of the browser. Their addresses name their bytes, so that browsers may keep them.
 *
 * @returns {Assets}
 */
export function readAssets() {
  const files = SCRIPT_NAMES.map((name) => ({ name, body: readScript(name) }))
  const hash = createHash('sha256')
  for (const { body } of files) hash.update(body)
  const version = hash.digest('hex').slice(0, 12)
  const known = new Map(files.map(({ name, body }) => [scriptPath(name, version), createEncodedBody(body)]))
  return { version, find: async (path) => known.get(path) }
}

/**
 * Bundles the scripts anew for each request: in development a change shows at the next page.
 *
 * @returns {Assets}
 */
export function bundleAssets() {
  return {
    async find(path) {
      const name = SCRIPT_NAMES.find((one) => scriptPath(one) === path)
      if (name === undefined) return undefined
      const { bundleBrowser } = await import('../scripts/shared/bundle-browser.mjs')
      const bundle = await bundleBrowser({ isDevelopment: true })
      return createEncodedBody(Buffer.from(bundle.find((script) => script.name === `${name}.js`)?.text ?? ''))
    },
  }
}

/** @param {string} name */
function readScript(name) {
  try {
    return readFileSync(join(SCRIPTS_FOLDER, `${name}.js`))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new CommandError('The pages are not built. Run "npm run build" first, or "npm start", which does.')
  }
}
