// @ts-check
import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isOwnComputer } from '../../lib/http/own-computer.mjs'
import { defaultIndexFile } from '../../lib/kb-index/file/default-index-file.mjs'
import { forward } from './forward.mjs'
import { createPageCache } from './page-cache.mjs'
import { createPageStore } from './page-store.mjs'
import { startPagesAhead } from './pages-ahead.mjs'
import { readPage } from './send-answer.mjs'

/** @typedef {ReturnType<typeof createKeptPages>} KeptPages */

/**
 * Builds what keeps the pages of a site, in memory and on disk.
 *
 * @param {{ readonly contentDir: string, readonly host: string, readonly port: number, readonly build: string }} site
 * @param {import('../settings.mjs').Settings} settings
 */
export function createKeptPages({ contentDir, host, port, build }, { pageCacheBytes, pageStore, hasOrigin }) {
  const indexFile = resolve(process.env.KB_INDEX || defaultIndexFile(contentDir))
  const isLocal = isOwnComputer(host.includes(':') ? `[${host}]` : host)
  const ownHosts = isLocal ? ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`) : []
  const folder = findFolder(pageStore, indexFile)
  const store = folder ? createPageStore({ folder, maxBytes: pageStore.maxBytes, build }, tell) : undefined
  const cache = createPageCache({ maxBytes: pageCacheBytes, indexFile, contentDir, hasOrigin, store, ownHosts })
  return { cache, store, build }

  /** @param {unknown} error */
  function tell(error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(
      `Pages are not kept on disk any more: ${reason}. The site goes on without; give it room in a folder that it may write (KB_PAGE_STORE), or set KB_PAGE_STORE_MB=0.`,
    )
  }
}

/**
 * Gives the folder of the pages on disk: the one that is set, or one beside the index, if this server may write there.
 *
 * @param {import('../settings.mjs').Settings['pageStore']} settings
 * @param {string} indexFile
 */
function findFolder({ folder, maxBytes }, indexFile) {
  if (maxBytes === 0) return undefined
  if (folder !== undefined) return resolve(folder)
  try {
    accessSync(dirname(indexFile), constants.W_OK)
    return `${indexFile}.pages`
  } catch {
    // A server that may write nothing keeps pages in memory.
    return undefined
  }
}

/**
 * Starts to make pages of articles ahead of readers, for the name under which they ask for the site.
 *
 * @param {KeptPages} kept
 * @param {{
 *   readonly renderers: import('./forward.mjs').Renderers, readonly idleMs: () => number,
 *   readonly makeAhead: ReturnType<typeof import('./page-jobs.mjs').createPageJobs>['makeAhead']
 * }} site
 */
export function startMakingAhead({ cache, store }, { renderers, idleMs, makeAhead }) {
  return startPagesAhead({
    idleMs,
    hasRoom: () => store?.hasRoom() ?? false,
    versionOf: () => cache.currentLabel() && `${cache.currentLabel()} ${cache.lastHost()}`,
    listAddresses: async () => {
      const headers = { 'x-kb-ahead': 'true' }
      const { status, body } = await readPage(await forward(renderers, { method: 'GET', url: '/ahead', headers }))
      if (status !== 200) throw new Error(`The addresses of the articles were answered with ${status}.`)
      return body.toString().split('\n').filter(Boolean)
    },
    make: (address) => makeAhead(address, cache.lastHost() || undefined),
    onFault: (error) => console.error('A page was not made ahead:', error),
  })
}
