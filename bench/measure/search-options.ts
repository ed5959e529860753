import { resolve } from 'node:path'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { DEFAULT_QUERIES, readBenchOptions, WORK_DIR } from './bench-options'

/** What `--help` prints. */
export const SEARCH_HELP = `Measures the search over the imported archive, beside kiwix-serve and MiniSearch where they are installed.

  npm run bench:search -- --content DIR [options]

  --content DIR     the imported archive
  --index FILE      an index that is there already: the build is not measured
  --file FILE       judged queries; default ../shared/relevance/dev.jsonl, or
                    bench/relevance/judged.jsonl where that is not
  --work DIR        where the index, the ZIM file and MiniSearch are kept; default .cache/bench
  --in-process      only what needs no server and no peer
  --rebuild-peers   also build the ZIM file of an earlier run again, so that its figures are of this run
  --port N          and the one after it are used, on this computer's own address; default 4360
`

/** Reads the command line. Throws a `CommandError` of two sentences. */
export function readSearchOptions() {
  const given = readBenchOptions(
    {
      content: { type: 'string' },
      index: { type: 'string' },
      file: { type: 'string' },
      work: { type: 'string' },
      port: { type: 'string' },
      'in-process': { type: 'boolean' },
      'rebuild-peers': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    SEARCH_HELP,
  )
  if (given.content === undefined && !given.help)
    throw new CommandError('There are no articles to search. Name the imported archive with --content.')
  const port = Number(given.port ?? 4360)
  if (!Number.isInteger(port) || port < 1 || port > 65534)
    throw new CommandError(`The port "${given.port}" is none. Write a number from 1 to 65534.`)
  return {
    help: given.help,
    contentDir: resolve(given.content ?? ''),
    index: given.index === undefined ? undefined : resolve(given.index),
    file: resolve(given.file ?? DEFAULT_QUERIES),
    workDir: resolve(given.work ?? WORK_DIR),
    isInProcess: given['in-process'] === true,
    isRebuild: given['rebuild-peers'] === true,
    port,
  }
}
