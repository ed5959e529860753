import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CommandError } from '@/scripts/setup/command-error.mjs'
import { PROJECT_ROOT } from '@/scripts/setup/project-root.mjs'

/** Where the judged queries lie that came with the project's issues. */
export const DEFAULT_QUERIES = resolve(PROJECT_ROOT, '../shared/relevance/dev.jsonl')
/** Where what is made for measuring is kept; git does not hold it. */
export const WORK_DIR = resolve(PROJECT_ROOT, '.cache/bench')

/** Reads a command line of options that begin with `--`. Throws a `CommandError` for one that there is not. */
export function readBenchOptions<
  const Options extends Readonly<Record<string, { type: 'string' | 'boolean'; short?: string }>>,
>(options: Options, help: string) {
  try {
    return parseArgs({ args: process.argv.slice(2), options }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const what = error.message.split(/\. |\n/)[0]?.replace(/\.$/, '')
    throw new CommandError(`${what}. The options are:\n\n${help}`)
  }
}
