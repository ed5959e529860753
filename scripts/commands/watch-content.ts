import { getPlaces } from '@/lib/env'
import { printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { watchFolders } from '@/scripts/index/watch-folders'
import { formatCount } from '@/scripts/shared/progress.mjs'

/** Wait for this long without a change: editors save in several steps, and a checkout writes many files. */
const QUIET_MS = 150

// Runs beside `npm run dev`: each change of an article goes into the index at once, and open pages reload.
const places = getPlaces()
let timer: NodeJS.Timeout | undefined
let update = Promise.resolve()

watchFolders(places.contentDir, indexWhenQuiet)
// Articles may have changed between the first index and the first watch.
indexWhenQuiet()

function indexWhenQuiet(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    update = update.then(indexChange).catch(printFault)
  }, QUIET_MS)
}

async function indexChange(): Promise<void> {
  const { articleCount, changedCount, problems } = await updateIndex(places)
  if (changedCount === 0) return
  console.log(`Index: ${formatCount(articleCount, 'article')}, ${formatCount(changedCount)} changed`)
  printProblems(problems)
}

/** A failed update is not the end: the next change tries again. */
function printFault(fault: unknown): void {
  console.error(`The index was not updated: ${fault instanceof Error ? fault.message : String(fault)}`)
}
