import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

const SHARED_QUERIES = resolve(PROJECT_ROOT, '../shared/relevance/dev.jsonl')
/** The judged queries next to the checkout, or our own if there are none. */
export const DEFAULT_QUERIES = existsSync(SHARED_QUERIES)
  ? SHARED_QUERIES
  : resolve(PROJECT_ROOT, 'bench/relevance/judged.jsonl')
/** Where indexes and peers that are made for measuring are kept; git ignores it. */
const WORK_DIR = resolve(PROJECT_ROOT, '.cache/bench')

export const SEARCH_HELP = `Measures the search over the imported archive, beside kiwix-serve and MiniSearch where they are installed.

  npm run bench:search -- --content DIR [options]

  --content DIR     the imported archive
  --index FILE      an existing index; its build is not measured
  --file FILE       judged queries; default ../shared/relevance/dev.jsonl, or
                    bench/relevance/judged.jsonl if there is no such file
  --work DIR        where the index, the ZIM file and MiniSearch are kept; default .cache/bench
  --in-process      measure only what needs no server and no peer
  --rebuild-peers   rebuild the ZIM file of an earlier run, so that its figures are from this run
  --port N          use this port and the next one, on 127.0.0.1; default 4360
  --help            show this help
`

/** Parses the command line; gives `help` if it asks for help. */
export function parseSearchOptions(args: readonly string[]) {
  const { values } = parseOptions(args, [
    'content',
    'index',
    'file',
    'work',
    'in-process',
    'rebuild-peers',
    'port',
    'help',
  ])
  if (values.help) return 'help'
  if (values.content === undefined) {
    throw new CommandError('No articles to search. Specify the imported archive with --content.')
  }
  return {
    contentDir: resolve(values.content),
    index: values.index === undefined ? undefined : resolve(values.index),
    file: resolve(values.file ?? DEFAULT_QUERIES),
    workDir: resolve(values.work ?? WORK_DIR),
    isInProcess: values['in-process'] === true,
    isRebuild: values['rebuild-peers'] === true,
    port: parsePort(values.port ?? '4360'),
  }
}
