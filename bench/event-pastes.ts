import { resolve } from 'node:path'
import { buildIndex, readArchive } from '@/bench/measure/archive'
import { describeMachine } from '@/bench/measure/describe-machine'
import { type EventPaste, listEventArticles, makeEventPaste, type PasteSource } from '@/bench/measure/event-pastes'
import { summarizeLatency } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { formatResultTable } from '@/bench/measure/result-table'
import { getPlaces } from '@/lib/env'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { seededRandom } from '@/tests/support/random'

const HELP = `Pastes entries of event logs into the check, as an administrator would.

  npm run bench:pastes -- --content DIR [options]

  --content DIR   the imported archive
  --index FILE    its index, used as it is; by default that of the folder, updated first
  --count N       this many articles, evenly spaced; by default all that have an event and its source
  --seed N        seed for the changes to each entry; default 1
  --misses        also print the pastes whose article is not among the first ten
  --help          show this help
`

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'count', 'seed', 'misses', 'help'])
  if (values.help) return console.log(HELP)
  if (!values.content) throw new CommandError('No articles to paste from. Specify them with --content.')
  const { contentDir } = await readArchive(resolve(values.content))
  const index = openIndex(await prepareIndex(contentDir, values.index))
  const articles = listEventArticles(index)
  const chosen = pickEvenly(articles, parseCount(values.count ?? String(articles.length)))
  const random = seededRandom(parseCount(values.seed ?? '1'))
  const pastes = await step('Making pastes', () => makePastes({ index, contentDir, random }, chosen))
  const checked: CheckedPaste[] = []
  for (const paste of pastes) checked.push(await checkPaste(index, paste))
  closeDatabase(index)
  console.log(
    `${articles.length} articles with an event and its source, ${pastes.length} pastes\n${describeMachine()}\n`,
  )
  printTable(checked)
  if (values.misses) {
    for (const { rank, paste } of checked) if (rank === -1) console.log(`\nmiss KB${paste.number}\n${paste.text}`)
  }
})

async function prepareIndex(contentDir: string, index: string | undefined): Promise<string> {
  const { indexFile } = getPlaces(process.env, { content: contentDir, index })
  if (index === undefined) await step('Updating the index', () => buildIndex(contentDir, indexFile))
  else if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`"${index}" is not an index of this version. Omit --index to have one built.`)
  }
  return indexFile
}

async function makePastes(source: PasteSource, numbers: readonly KbNumber[]): Promise<EventPaste[]> {
  const pastes: EventPaste[] = []
  for (const number of numbers) {
    const paste = await makeEventPaste(source, number)
    if (paste) pastes.push(paste)
  }
  return pastes
}

interface CheckedPaste {
  readonly paste: EventPaste
  /** The place of the article among the matches, counted from 0; -1 if it is missing. */
  readonly rank: number
  readonly milliseconds: number
  readonly processorMilliseconds: number
}

async function checkPaste(index: IndexDatabase, paste: EventPaste): Promise<CheckedPaste> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const { articles } = await judgePaste(index, paste.text)
  const milliseconds = performance.now() - began
  const { user, system } = process.cpuUsage(used)
  const rank = articles.findIndex(({ article }) => article.number === paste.number)
  return { paste, rank, milliseconds, processorMilliseconds: (user + system) / 1000 }
}

function printTable(checked: readonly CheckedPaste[]): void {
  const share = (limit: number) => checked.filter(({ rank }) => rank >= 0 && rank < limit).length / checked.length
  const verdict = summarizeLatency(checked.map(({ milliseconds }) => milliseconds))
  const processor = summarizeLatency(checked.map(({ processorMilliseconds }) => processorMilliseconds))
  console.log(
    formatResultTable([
      { what: 'the article is first', unit: 'percent', bar: { atLeast: 0.94 }, ours: share(1) },
      { what: 'the article is in the first ten', unit: 'percent', bar: { atLeast: 0.995 }, ours: share(10) },
      { what: 'verdict, p95', unit: 'milliseconds', bar: { atMost: 60 }, ours: verdict.p95 },
      { what: 'of that the processor, p95', unit: 'milliseconds', ours: processor.p95 },
    ]),
  )
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CommandError(`Invalid number "${text}". Use a whole number from 1.`)
}
