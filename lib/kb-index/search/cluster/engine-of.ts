import type { SearchEngine } from '@/lib/kb/search/search-engine'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { askSearch } from './ask-search'
import { EVERYTHING } from './clauses'
import { Cluster, type ClusterSettings } from './cluster'
import { createOpenSearchEngine } from './open-search-engine'

/** An engine, and whether it answers. */
interface ChosenEngine {
  readonly engine: SearchEngine<IndexDatabase>
  /** Gives what is wrong with the cluster and what to do, in two sentences; `undefined` if it answers, or if there is none. */
  findFault(): Promise<string | undefined>
}

const OF_INDEX_FILE: ChosenEngine = { engine: sqliteEngine, findFault: async () => undefined }
let ofCluster: ChosenEngine | undefined

/** Gives the one engine of this process: that of the cluster if there is one, else that of the index file. */
export function engineOf(settings: ClusterSettings | undefined): ChosenEngine {
  if (!settings) return OF_INDEX_FILE
  ofCluster ??= openEngine(settings)
  return ofCluster
}

function openEngine(settings: ClusterSettings): ChosenEngine {
  const cluster = new Cluster(settings)
  return {
    engine: createOpenSearchEngine(cluster),
    findFault: async () => {
      try {
        await askSearch(cluster, { query: EVERYTHING, size: 0 })
        return undefined
      } catch (error) {
        if (error instanceof SearchUnavailable) return error.message
        throw error
      }
    },
  }
}
