import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** What only tools read. */
const LEFT_OUT =
  /^(?:cache|diagnostics|types|node_modules|turbopack|trace|lock|kb-viewer-sources|required-server-files\.js$)\b|\.(?:map|nft\.json)$/
/** The build finds a package that it does not bundle by a link below its folder: `libsql-ed63c3166a52376f`. Packages have no links. */
const LINKED = /\b(libsql|@opensearch-project\/opensearch)-[0-9a-f]{16}\b/g

/**
 * Copies the built pages, and lets them find packages by their names.
 *
 * @param {string} from
 * @param {string} to
 */
export async function copyPages(from, to) {
  const filter = (/** @type {string} */ path) => !LEFT_OUT.test(relative(from, path).replaceAll('\\', '/'))
  await cp(from, to, { recursive: true, filter })
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|json)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    // One file names the folder in which the pages were built.
    const forAnywhere = text.replace(LINKED, '$1').replaceAll(JSON.stringify(dirname(from)).slice(1, -1), '.')
    if (forAnywhere !== text) await writeFile(path, forAnywhere)
  }
}
