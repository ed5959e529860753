import { getPlaces } from '@/lib/env'
import { formatProgress } from '@/scripts/index/format-progress'
import { isFault, printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { splitOptions } from '@/scripts/shared/options.mjs'

const SECONDS_BETWEEN_REPORTS = 2

// content/ -> index file. Articles with problems are named and the command fails; with --keep-going it only names them.
await runCommand(async () => {
  const given = splitOptions(process.argv.slice(2), ['content', 'index', 'keep-going'])
  const { contentDir, indexFile } = getPlaces({
    ...process.env,
    ...(given.content && { KB_CONTENT: given.content }),
    ...(given.index && { KB_INDEX: given.index }),
  })
  await requireArticles(contentDir)
  const began = performance.now()
  let reported = began
  const { articleCount, changedCount, problems } = await updateIndex({
    contentDir,
    indexFile,
    onProgress: (done, total) => {
      const isDone = done === total
      if (isDone && reported > began) console.log('  All files are read; the index is being completed.')
      if (isDone || performance.now() - reported < SECONDS_BETWEEN_REPORTS * 1000) return
      reported = performance.now()
      console.log(`  ${formatProgress(done, total, (reported - began) / 1000)}`)
    },
    onWait: () => console.log('Another process is writing this index; waiting for it to end.'),
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const what = changedCount === 0 ? 'up to date' : `${changedCount.toLocaleString('en')} changed, ${seconds} s`
  console.log(`Index: ${articleCount.toLocaleString('en')} articles, ${what}`)
  printProblems(problems)
  if (articleCount === 0) {
    throw new CommandError(
      `No file of "${contentDir}" can be served as an article. Correct the files that are named above.`,
    )
  }
  if (problems.some(isFault) && given['keep-going'] === undefined) process.exitCode = 1
})
