import { relative } from 'node:path'
import { getPlaces } from '@/lib/env'
import { checkCollection } from '@/lib/faults/check-collection'
import type { Fault } from '@/lib/faults/fault'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { faultsToSarif } from '@/scripts/content/sarif'
import { isFault, printProblems } from '@/scripts/index/print-problems'
import { updateIndex } from '@/scripts/index/update-index'
import { requireArticles } from '@/scripts/setup/require-articles.mjs'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'

const HELP = `Lists everything that is wrong with the articles, each as path:line:column  what is wrong. What to do.

  npm run content:check -- [DIR] [options]

  DIR             the articles; default KB_CONTENT or content/
  --content DIR   the same
  --json          print the faults as JSON
  --sarif         print them as SARIF 2.1, for code review
  --help          show this help

Warnings are listed and do not make the check fail: an article that others cite may be added later.
`
/** More warnings would hide the errors; --json has all of them. */
const MAX_WARNINGS = 200

await runCommand(async () => {
  const { values, positionals } = parseOptions(process.argv.slice(2), ['content', 'json', 'sarif', 'help'], {
    allowPositionals: true,
  })
  if (values.help) return console.log(HELP)
  const places = getPlaces(process.env, { content: values.content ?? positionals[0] })
  await requireArticles(places.contentDir)
  const { articleCount, problems } = await updateIndex(places)
  const index = openIndex(places.indexFile)
  const faults = await checkCollection({ contentDir: places.contentDir, index, problems })
  closeDatabase(index)
  if (values.sarif) {
    const prefix = relative(process.cwd(), places.contentDir).replaceAll('\\', '/')
    console.log(JSON.stringify(faultsToSarif(faults, prefix), undefined, 2))
  } else if (values.json) console.log(JSON.stringify({ articleCount, faults }, undefined, 2))
  else {
    printFaults(faults, articleCount)
    printProblems(problems.filter((problem) => !isFault(problem)))
  }
  if (faults.some(({ level }) => level === 'error')) process.exitCode = 1
})

function printFaults(faults: readonly Fault[], articleCount: number): void {
  const errors = faults.filter(({ level }) => level === 'error')
  const warnings = faults.filter(({ level }) => level === 'warning')
  if (errors.length > 0) console.error(`${formatCount(errors.length, 'problem')} in the articles:`)
  for (const fault of errors) console.error(format(fault))
  if (warnings.length > 0) console.error(`${formatCount(warnings.length, 'warning')}:`)
  for (const fault of warnings.slice(0, MAX_WARNINGS)) console.error(format(fault))
  if (warnings.length > MAX_WARNINGS) console.error(`... and ${warnings.length - MAX_WARNINGS} more; --json lists all.`)
  if (errors.length === 0) console.log(`${formatCount(articleCount, 'article')}, no problems`)
}

function format({ file, line, column, message }: Fault): string {
  return `${file}:${line}:${column}  ${message}`
}
