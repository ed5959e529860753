import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

/** The scorer that may lie beside the checkout, with the judged queries of the same makers. */
export const SCORER = resolve(PROJECT_ROOT, '../shared/relevance/score.mjs')
/** Its queries, or where they are not, our own. */
export const DEFAULT_QUERIES = firstPresent(
  resolve(PROJECT_ROOT, '../shared/relevance/dev.jsonl'),
  resolve(PROJECT_ROOT, 'bench/relevance/judged.jsonl'),
)
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

function firstPresent(file: string, otherwise: string): string {
  return existsSync(file) ? file : otherwise
}
