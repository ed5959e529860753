import { getPlaces } from '@/lib/env'
import { isFault, printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'

// Prints every problem in the articles as `path:line  what is wrong. What to do.` and fails if there are any.
await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content'])
  const places = getPlaces(process.env, values)
  await requireArticles(places.contentDir)
  const { articleCount, problems } = await updateIndex(places)
  printProblems(problems)
  if (problems.some(isFault)) process.exitCode = 1
  else console.log(`${formatCount(articleCount, 'article')}, no problems`)
})
