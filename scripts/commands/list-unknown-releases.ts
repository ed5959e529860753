import { getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listUnknownReleases } from '@/lib/kb-index/read/releases'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'

const MAX_NAMES = 10_000

// Lists release names in articles that are not in lib/kb/data/release-table.ts: article count, an example, the name.
await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['index'])
  const { indexFile } = getPlaces(process.env, values)
  if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`No current index at "${indexFile}". Build it with npm run index:build.`)
  }
  const index = openIndex(indexFile)
  const unknown = listUnknownReleases(index, MAX_NAMES)
  closeDatabase(index)
  for (const { articleCount, example, releaseName } of unknown) {
    console.log(`${String(articleCount).padStart(6)}  KB${String(example).padEnd(7)}  ${releaseName}`)
  }
  const verb = unknown.length === 1 ? 'is' : 'are'
  console.log(`${formatCount(unknown.length, 'release name')} ${verb} not in lib/kb/data/release-table.ts.`)
})
