import { CommandError } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'

/** What the command line asks for. */
export interface ImportArguments {
  readonly inputs: readonly string[]
  readonly out: string
  readonly dryRun: boolean
  readonly verify: boolean
  readonly report: string | undefined
  /** The day of the snapshot that is imported. */
  readonly captured: string | undefined
}

export const IMPORT_HELP = `Turns dumps of legacy articles into Markdown articles.

  npm run content:import -- INPUT... --out DIR [options]

  INPUT           a file, a folder, or a .tar, .tar.gz, .tar.zst or .zip archive
  --out DIR       the output folder: KB174932 becomes DIR/174/kb174932.md
  --dry-run       write no article; say what would be done
  --verify        check that no word of the source is lost
  --report FILE   write every problem to FILE, as JSON
  --captured DAY  the day of the snapshot (YYYY-MM-DD), for a folder of living articles; an archive tells it itself
  --help          show this help

Run it again to write only what has changed; a file that somebody has edited stays as it is.
Exit codes: 0 everything was imported, 1 something was refused, 2 invalid command line or input, 130 interrupted.
The manual is docs/import.md.`

/** Parses the command line; gives `help` if it asks for help. Throws a `CommandError` for what is missing or unknown. */
export function parseImportArguments(args: readonly string[]): ImportArguments | 'help' {
  const { values, positionals } = parseOptions(args, ['out', 'dry-run', 'verify', 'report', 'captured', 'help'], {
    allowPositionals: true,
  })
  if (values.help) return 'help'
  if (positionals.length === 0) {
    throw new CommandError('Nothing to import. Specify at least one file, folder or archive.')
  }
  if (values.captured !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.captured)) {
    throw new CommandError(`--captured ${values.captured} is not a day. Write it as 2023-01-13.`)
  }
  if (values.out === undefined) throw new CommandError('--out DIR is required. Specify the output folder.')
  return {
    inputs: positionals,
    out: values.out,
    dryRun: values['dry-run'] === true,
    verify: values.verify === true,
    report: values.report,
    captured: values.captured,
  }
}
