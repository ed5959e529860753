import { getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listUnknownReleases } from '@/lib/kb-index/read/releases'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { splitOptions } from '@/scripts/shared/options.mjs'

const MAX_NAMES = 10_000

// Names of releases that articles use and lib/kb/data/release-table.ts lacks: how many articles, an example, the name.
await runCommand(async () => {
  const given = splitOptions(process.argv.slice(2), ['index'])
  const { indexFile } = getPlaces({ ...process.env, ...(given.index && { KB_INDEX: given.index }) })
  if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`There is no current index at "${indexFile}". Build it with npm run index:build.`)
  }
  const index = openIndex(indexFile)
  const unknown = listUnknownReleases(index, MAX_NAMES)
  closeDatabase(index)
  for (const { articleCount, example, releaseName } of unknown) {
    console.log(`${String(articleCount).padStart(6)}  KB${String(example).padEnd(7)}  ${releaseName}`)
  }
  const named = unknown.length === 1 ? 'name of a release is' : 'names of releases are'
  console.log(`${unknown.length.toLocaleString('en')} ${named} not in lib/kb/data/release-table.ts.`)
})
