import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { IMPORT_HELP, parseImportArguments } from '@/scripts/import/import-arguments'
import { formatImportReport, formatImportSummary } from '@/scripts/import/import-report'
import { runImport } from '@/scripts/import/run-import'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { createProgress, formatCount } from '@/scripts/shared/progress.mjs'

const EXIT_REFUSED = 1
const EXIT_USAGE = 2
const EXIT_INTERRUPTED = 130

// Dumps and archives -> Markdown articles.
await runCommand(
  async () => {
    const options = parseImportArguments(process.argv.slice(2))
    if (options === 'help') return console.log(IMPORT_HELP)
    requireReportFolder(options.report)
    const began = performance.now()
    const progress = createProgress()
    const result = await runImport({
      ...options,
      threads: availableParallelism(),
      signal: listenForInterrupt(),
      onProgress: ({ share, articles }) =>
        progress.show({ share, count: articles, what: formatCount(articles, 'article') }),
    })
    progress.clear()
    if (options.report !== undefined) writeFileSync(options.report, formatImportReport(result, options))
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(formatImportSummary(result, { ...options, seconds }))
    if (result.interrupted) process.exitCode = EXIT_INTERRUPTED
    else if (result.problems.some(({ refused }) => refused)) process.exitCode = EXIT_REFUSED
  },
  { errorCode: EXIT_USAGE },
)

/** Checked before the import, because it takes minutes. */
function requireReportFolder(report: string | undefined): void {
  if (report === undefined || existsSync(dirname(report))) return
  throw new CommandError(`Cannot write the report "${report}": its folder does not exist. Choose an existing folder.`)
}

/** The first Ctrl+C lets the current batch end; a second one ends the process, which also leaves only whole files. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED)
    controller.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return controller.signal
}
