import { getClusterSettings, getPlaces } from '@/lib/env'
import { SearchUnavailable } from '@/lib/kb/search/search-unavailable'
import { Cluster } from '@/lib/kb-index/search/cluster/cluster'
import { publishFile } from '@/scripts/index/publish-file'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { createProgress, formatCount } from '@/scripts/shared/progress.mjs'

// index file -> OpenSearch cluster: writes what differs. The first time, and after most articles have changed, it builds a new
// index beside the one that is searched, and swaps when it is complete.
await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index'])
  const settings = getClusterSettings()
  if (!settings)
    throw new CommandError('There is no cluster to publish to. Set KB_SEARCH=opensearch and KB_OPENSEARCH_URL.')
  const cluster = new Cluster(settings)
  const began = performance.now()
  const progress = createProgress()
  try {
    const { articleCount, changedCount, isNewIndex } = await publishFile(
      cluster,
      getPlaces(process.env, values).indexFile,
      {
        layout: settings,
        onProgress: (done, total) => {
          const what = `${formatCount(done)} of ${formatCount(total)} articles sent`
          if (done < total) progress.show({ share: done / total, count: done, what })
          else progress.clear()
        },
      },
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const how = isNewIndex ? 'in a new index' : `${formatCount(changedCount)} changed`
    console.log(`Cluster: ${formatCount(articleCount, 'article')}, ${how}, ${seconds} s`)
  } catch (error) {
    progress.clear()
    throw error instanceof SearchUnavailable ? new CommandError(error.message) : error
  } finally {
    await cluster.close()
  }
})
