import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { IMPORT_HELP, type ImportArguments, parseImportArguments } from '@/scripts/import/import-arguments'
import { ManifestError } from '@/scripts/import/import-manifest'
import { createProgressDisplay } from '@/scripts/import/import-progress'
import { formatImportReport, formatImportSummary } from '@/scripts/import/import-report'
import { runImport, UsageError } from '@/scripts/import/run-import'

const EXIT_REFUSED = 1
const EXIT_USAGE = 2
const EXIT_INTERRUPTED = 130

async function main(): Promise<number> {
  const parsed = parseImportArguments(process.argv.slice(2))
  if (parsed === 'help') {
    process.stdout.write(IMPORT_HELP)
    return 0
  }
  return await importArticles(parsed)
}

async function importArticles(options: ImportArguments): Promise<number> {
  checkReportFolder(options.report)
  const started = performance.now()
  const display = createProgressDisplay(process.stderr, () => performance.now())
  const result = await runImport({
    ...options,
    threads: availableParallelism(),
    signal: listenForInterrupt(),
    onProgress: display.show,
  })
  display.clear()
  if (options.report !== undefined) writeFileSync(options.report, formatImportReport(result, options))
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(formatImportSummary(result, { ...options, seconds }))
  if (result.interrupted) return EXIT_INTERRUPTED
  return result.problems.some(({ refused }) => refused) ? EXIT_REFUSED : 0
}

/** Better told now than after the work. */
function checkReportFolder(report: string | undefined): void {
  if (report === undefined || existsSync(dirname(report))) return
  throw new UsageError(
    `The report "${report}" cannot be written, its folder is missing. Name a file in a folder that exists.`,
  )
}

/** The first Ctrl-C lets the batch in hand end; a second one ends the process, which leaves whole files all the same. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED)
    controller.abort()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  return controller.signal
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ManifestError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = EXIT_USAGE
}
