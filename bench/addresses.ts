import { describeMachine } from '@/bench/measure/describe-machine'
import { getPlaces } from '@/lib/env'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listIndexedFiles } from '@/lib/kb-index/read/indexed-files'
import { resolveUrl } from '@/lib/rooms'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { listPastes, listPaths } from '@/tests/support/links/address-forms'

const HELP = `Resolves every historical address of every article, in this process.

  npm run bench:addresses -- --content DIR [options]

  --content DIR   the articles
  --index FILE    their index; by default that of the folder
  --help          show this help
`

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'help'])
  if (values.help) return console.log(HELP)
  const { indexFile } = getPlaces(process.env, values)
  if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`"${indexFile}" is not an index of this version. Build it with: npm run index:build`)
  }
  const index = openIndex(indexFile)
  const numbers = listIndexedFiles(index).flatMap(({ number }) => number ?? [])
  const start = performance.now()
  let paths = 0
  let pastes = 0
  const failed: string[] = []
  for (const number of numbers) {
    for (const path of listPaths(number)) {
      paths++
      if (!leadsTo(index, path, `/kb/${number}`)) failed.push(path)
    }
    for (const text of listPastes(number)) {
      pastes++
      if (parseArticleAddress(text) !== number) failed.push(text)
    }
  }
  closeDatabase(index)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `${numbers.length} articles, ${paths} paths and ${pastes} pasted texts in ${seconds} s; ${failed.length} failed`,
  )
  console.log(describeMachine())
  for (const text of failed.slice(0, 100)) console.log(`failed: ${text}`)
  if (failed.length > 0) process.exitCode = 1
})

/** Tells whether a path is the canonical one, or becomes it in one redirect, and that one is an article. */
function leadsTo(index: IndexDatabase, path: string, canonical: string): boolean {
  const first = resolveUrl(index, new URL(`https://viewer.example${path}`))
  if (!('redirect' in first)) return path === canonical && !first.isLost
  const second = resolveUrl(index, new URL(`https://viewer.example${first.redirect}`))
  return first.redirect === canonical && !('redirect' in second) && !second.isLost
}
