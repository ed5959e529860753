import { parseArgs } from 'node:util'
import { UsageError } from './run-import'

/** What the command line asks for. */
export interface ImportArguments {
  readonly inputs: readonly string[]
  readonly out: string
  readonly dryRun: boolean
  readonly verify: boolean
  readonly report: string | undefined
}

export const IMPORT_HELP = `Turns dumps of legacy articles into Markdown articles.

  npm run content:import -- INPUT... --out DIR [options]

  INPUT           a file, a folder, or a .tar, .tar.gz, .tar.zst or .zip archive
  --out DIR       where the articles go: KB174932 becomes DIR/174/kb174932.md
  --dry-run       write no article; say what would be done
  --verify        look for every word of every article in its Markdown
  --report FILE   write every problem to FILE, as JSON
  --help          show this

Run it again and it writes only what has changed; a file that a person has edited stays as it is.
Exit code: 0 everything was imported, 1 something was refused, 2 the command line is wrong, 130 interrupted.
The manual is docs/import.md.
`

/** Reads the command line; `help` when it asks for help. Throws a `UsageError` of two sentences. */
export function parseImportArguments(argv: readonly string[]): ImportArguments | 'help' {
  const { values, positionals } = parse(argv)
  if (values.help) return 'help'
  if (positionals.length === 0) {
    throw new UsageError('There is no INPUT. Name at least one file, folder or archive to import.')
  }
  if (values.out === undefined || values.out === '') {
    throw new UsageError('The option --out DIR is missing. Name the folder that the articles go to.')
  }
  const { out, report } = values
  return { inputs: positionals, out, report, dryRun: values['dry-run'] === true, verify: values.verify === true }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean' },
        verify: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // The first sentence of the message says what is wrong; the rest is about the parser.
    const what = error.message.split(/\. |\n/)[0]?.replace(/\.$/, '')
    throw new UsageError(`${what}. Run it with --help to see the options.`, { cause: error })
  }
}
