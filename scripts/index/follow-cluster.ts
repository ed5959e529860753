import { setTimeout as delay } from 'node:timers/promises'
import { isCurrentIndex } from '@/lib/kb-index/file/open'
import { Cluster, type ClusterSettings } from '@/lib/kb-index/search/cluster/cluster'
import type { Layout } from '@/lib/kb-index/search/cluster/mapping'
import type { Publication } from '@/lib/kb-index/search/cluster/publish-index'
import { publishFile } from './publish-file'

interface Following {
  readonly onPublished: (publication: Publication) => void
  readonly onFault: (message: string) => void
  /** A cluster that is away is tried again after this long, in milliseconds. */
  readonly retryMs?: number
}

/**
 * Publishes an index file to a cluster whenever it is asked, once at a time; what is asked meanwhile is published afterwards. A
 * cluster that is away is tried again until it has everything.
 */
export function followCluster(
  indexFile: string,
  settings: ClusterSettings & Layout,
  { onPublished, onFault, retryMs = 5000 }: Following,
): { readonly ask: () => void; readonly stop: () => Promise<void> } {
  const cluster = new Cluster(settings)
  const stopping = new AbortController()
  let isAsked = false
  let running: Promise<void> | undefined
  let lastFault: string | undefined

  const publish = async () => {
    try {
      const publication = await publishFile(cluster, indexFile, { layout: settings })
      if (publication.changedCount > 0 || lastFault !== undefined) onPublished(publication)
      lastFault = undefined
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== lastFault) onFault(message)
      lastFault = message
      isAsked = true
      await delay(retryMs, undefined, { signal: stopping.signal }).catch(() => {
        // Stopped while it waited.
      })
    }
  }
  const run = async () => {
    while (isAsked && !stopping.signal.aborted) {
      isAsked = false
      if (isCurrentIndex(indexFile)) await publish()
    }
    running = undefined
  }
  return {
    ask: () => {
      isAsked = true
      running ??= run()
    },
    stop: async () => {
      stopping.abort()
      await running
      await cluster.close()
    },
  }
}
