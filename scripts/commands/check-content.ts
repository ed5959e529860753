import { getPlaces } from '@/lib/env'
import { isFault, printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { splitOptions } from '@/scripts/shared/options.mjs'

// Names every problem of the articles as `path:line  what is wrong. What to do.` and fails when there is one.
await runCommand(async () => {
  const given = splitOptions(process.argv.slice(2), ['content'])
  const places = getPlaces({ ...process.env, ...(given.content && { KB_CONTENT: given.content }) })
  await requireArticles(places.contentDir)
  const { articleCount, problems } = await updateIndex(places)
  printProblems(problems)
  if (problems.some(isFault)) process.exitCode = 1
  else console.log(`${articleCount.toLocaleString('en')} articles, no problems`)
})
