import { watch } from 'node:fs'
import { isArticleFileName } from '@/lib/content/list-article-files'
import { getPlaces } from '@/lib/env'
import { printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'

/** An editor writes a file in several steps, and a checkout writes many files. */
const QUIET_MS = 150

// While `npm run dev` runs: each change of an article goes into the index at once, and open pages follow.
const places = getPlaces()
let timer: NodeJS.Timeout | undefined
let update = Promise.resolve()

watch(places.contentDir, { recursive: true }, (_event, path) => {
  const name = path?.split(/[/\\]/).at(-1)
  // The name of a folder that came or went has no dot; what is none of both is some editor's own file.
  if (name === undefined || (!isArticleFileName(name) && name.includes('.'))) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    update = update.then(indexChange)
  }, QUIET_MS)
})

async function indexChange(): Promise<void> {
  const { articleCount, changedCount, problems } = await updateIndex(places)
  if (changedCount === 0) return
  console.log(`Index: ${articleCount} articles, ${changedCount} changed`)
  printProblems(problems)
}
