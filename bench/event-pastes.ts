import { resolve } from 'node:path'
import { buildIndex, readArchive } from '@/bench/measure/archive'
import { readBenchOptions } from '@/bench/measure/bench-options'
import { describeMachine } from '@/bench/measure/describe-machine'
import { type EventPaste, listEventArticles, makeEventPaste } from '@/bench/measure/event-pastes'
import { summarizeLatency } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { formatResultTable } from '@/bench/measure/result-table'
import { getPlaces } from '@/lib/env'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { seededRandom } from '@/tests/support/random'

const HELP = `Pastes entries of event logs into the check, as an administrator would.

  npm run bench:pastes -- --content DIR [options]

  --content DIR   the imported archive
  --index FILE    its index, as it is; default that of the folder, brought up to date first
  --count N       so many articles, at even distances; default all that have an event and its source
  --seed N        of the changes to each entry; default 1
  --misses        also print the articles that are not among the first ten
`
const DEFAULT_SEED = 1

await runCommand(async () => {
  const options = readBenchOptions(
    {
      content: { type: 'string' },
      index: { type: 'string' },
      count: { type: 'string' },
      seed: { type: 'string' },
      misses: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  )
  if (options.help) return console.log(HELP)
  if (!options.content) throw new CommandError('There are no articles to paste from. Name them with --content.')
  const { contentDir } = await readArchive(resolve(options.content))
  const index = openIndex(await prepareIndex(contentDir, options.index))
  const random = seededRandom(parseCount(options.seed) ?? DEFAULT_SEED)
  const articles = listEventArticles(index)
  const chosen = pickEvenly(articles, parseCount(options.count) ?? articles.length)
  const pastes: EventPaste[] = []
  await step('Making pastes', async () => {
    for (const number of chosen) {
      const paste = await makeEventPaste({ index, contentDir, random }, number)
      if (paste) pastes.push(paste)
    }
  })
  const milliseconds: number[] = []
  const processor: number[] = []
  const places = pastes.map(({ number, text }) => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    const { articles: found } = judgePaste(index, text)
    milliseconds.push(performance.now() - began)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
    return found.findIndex(({ article }) => article.number === number)
  })
  const share = (limit: number) => places.filter((place) => place >= 0 && place < limit).length / places.length
  console.log(
    `${articles.length} articles with an event and its source, ${pastes.length} pastes\n${describeMachine()}\n`,
  )
  console.log(
    formatResultTable([
      { what: 'the article is first', unit: 'percent', bar: { atLeast: 0.9 }, ours: share(1) },
      { what: 'the article is in the first ten', unit: 'percent', bar: { atLeast: 0.98 }, ours: share(10) },
      { what: 'verdict, p95', unit: 'milliseconds', bar: { atMost: 60 }, ours: summarizeLatency(milliseconds).p95 },
      { what: 'of that the processor, p95', unit: 'milliseconds', ours: summarizeLatency(processor).p95 },
    ]),
  )
  if (options.misses) {
    for (const [at, { number, text }] of pastes.entries()) {
      if (places[at] === -1) console.log(`\nmiss KB${number}\n${text}`)
    }
  }
  closeDatabase(index)
})

async function prepareIndex(contentDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) {
    if (isCurrentIndex(resolve(given))) return resolve(given)
    throw new CommandError(`"${given}" is no index of this version. Leave --index out to have one built.`)
  }
  const { indexFile } = getPlaces({ ...process.env, KB_CONTENT: contentDir })
  await step('Bringing the index up to date', () => buildIndex(contentDir, indexFile))
  return indexFile
}

function parseCount(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,8}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new CommandError(`"${text}" is no number to count with. Write a whole number from 1 on.`)
}
