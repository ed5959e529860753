import { getPlaces } from '@/lib/env'
import { showHidden } from '@/lib/kb/articles/visible-text'
import { isFault, printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { createProgress, formatCount } from '@/scripts/shared/progress.mjs'

// content/ -> index file. Prints the problems in the articles and fails if there are any; --keep-going only prints them.
// --keep-texts is for a server whose articles will be followed.
await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'keep-going', 'keep-texts'])
  const { contentDir, indexFile } = getPlaces(process.env, values)
  await requireArticles(contentDir)
  const began = performance.now()
  const progress = createProgress()
  const { articleCount, changedCount, problems } = await updateIndex({
    contentDir,
    indexFile,
    keepsTexts: values['keep-texts'] === true,
    onProgress: (done, total, reading) => {
      const now = reading === undefined ? '' : `, reading ${showHidden(reading)}`
      const what = `${formatCount(done)} of ${formatCount(total)} files${now}`
      if (done < total) progress.show({ share: done / total, count: done, what })
      else if (progress.clear()) console.log('All files read. Finishing the index.')
    },
    onRebuild: (reason) => console.log(`${reason} It is built again.`),
    onWait: () => console.log('Waiting for another process to finish writing this index.'),
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const change = changedCount === 0 ? 'up to date' : `${formatCount(changedCount)} changed, ${seconds} s`
  console.log(`Index: ${formatCount(articleCount, 'article')}, ${change}`)
  printProblems(problems)
  if (articleCount === 0) {
    throw new CommandError(`No valid articles in "${contentDir}". Fix the files listed above.`)
  }
  if (problems.some(isFault) && !values['keep-going']) process.exitCode = 1
})
