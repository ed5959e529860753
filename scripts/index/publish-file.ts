import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import type { Cluster } from '@/lib/kb-index/search/cluster/cluster'
import { type Publication, publishIndex } from '@/lib/kb-index/search/cluster/publish-index'

/** Makes a cluster have what an index file has. The file may be replaced meanwhile: what was opened is published. */
export async function publishFile(
  cluster: Cluster,
  indexFile: string,
  options: Parameters<typeof publishIndex>[2],
): Promise<Publication> {
  const database = openIndex(indexFile)
  try {
    return await publishIndex(cluster, database, options)
  } finally {
    closeDatabase(database)
  }
}
