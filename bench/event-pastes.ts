import { resolve } from 'node:path'
import { readBenchOptions } from '@/bench/measure/bench-options'
import { describeMachine } from '@/bench/measure/describe-machine'
import { type EventPaste, listEventArticles, makeEventPaste, seededRandom } from '@/bench/measure/event-pastes'
import { summarizeLatency } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { formatResultTable } from '@/bench/measure/result-table'
import { judgePaste } from '@/lib/articles/judge-paste'
import { getPlaces } from '@/lib/env'
import { openIndex } from '@/lib/kb-index/open'
import { CommandError, runCommand } from '@/scripts/setup/command-error.mjs'
import { step } from '@/scripts/setup/progress.mjs'

const HELP = `Pastes entries of event logs into the check, as an administrator would.

  npm run bench:pastes -- --content DIR [options]

  --content DIR   the imported archive
  --index FILE    its index, which must be up to date; default that of the folder
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
  const contentDir = resolve(options.content)
  const index = openIndex(options.index ?? getPlaces({ ...process.env, KB_CONTENT: contentDir }).indexFile)
  const random = seededRandom(Number(options.seed ?? DEFAULT_SEED))
  const articles = listEventArticles(index)
  const chosen = options.count === undefined ? articles : pickEvenly(articles, Number(options.count))
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
  index.close()
})
