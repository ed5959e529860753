import { availableParallelism } from 'node:os'
import { describeMachine } from '@/bench/measure/describe-machine'
import type { SweptArticle } from '@/bench/measure/sweep-articles'
import { getPlaces } from '@/lib/env'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { isCurrentIndex, openIndex } from '@/lib/kb-index/file/open'
import { listArticleTexts } from '@/lib/kb-index/read/indexed-files'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { mapInOrder } from '@/scripts/shared/map-in-order'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { createProgress, formatCount } from '@/scripts/shared/progress.mjs'
import { startWorkerPool } from '@/scripts/shared/worker-pool'

const HELP = `Renders every article as its page does, reads the HTML as a browser does, and lists what no page may have.

  npm run bench:render -- --content DIR [options]

  --content DIR   the articles
  --index FILE    their index; by default that of the folder
  --part 1/4      only one of several parts
  --help          show this help
`
const BATCH = 50
const MAX_SHOWN = 50

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'part', 'help'])
  if (values.help) return console.log(HELP)
  const { contentDir, indexFile } = getPlaces(process.env, values)
  if (!isCurrentIndex(indexFile)) {
    throw new CommandError(`"${indexFile}" is not an index of this version. Build it with: npm run index:build`)
  }
  const articles = listPart(indexFile, values.part)
  const began = performance.now()
  const swept = await sweep(articles, { contentDir, indexFile })
  const faults = swept.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`))
  const slowest = swept.reduce((one, other) => (other.seconds > one.seconds ? other : one))
  const elements = swept.reduce((sum, one) => sum + one.elements, 0)
  const clock = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `| ${formatCount(swept.length, 'article')} rendered | ${formatCount(elements, 'element')}, ${clock} s | ${formatCount(faults.length, 'fault')}; the slowest took ${slowest.seconds.toFixed(2)} s of processor time (${slowest.path}) |`,
  )
  console.log(describeMachine())
  for (const fault of faults.slice(0, MAX_SHOWN)) console.log(fault)
  if (faults.length > 0) process.exitCode = 1
})

interface ListedArticle {
  readonly path: string
  readonly number: KbNumber
}

function listPart(indexFile: string, part = '1/1'): readonly ListedArticle[] {
  const [, place, count] = (/^([1-9]\d?)\/([1-9]\d?)$/.exec(part) ?? []).map(Number)
  if (place === undefined || count === undefined || place > count) {
    throw new CommandError(`Invalid part "${part}". Use a part and their number, for example 1/4.`)
  }
  const index = openIndex(indexFile)
  const articles = listArticleTexts(index)
  closeDatabase(index)
  return articles.filter((_, at) => at % count === place - 1)
}

async function sweep(
  articles: readonly ListedArticle[],
  data: { readonly contentDir: string; readonly indexFile: string },
): Promise<SweptArticle[]> {
  const threads = availableParallelism()
  const pool = await startWorkerPool<ListedArticle, SweptArticle>({
    module: new URL('./measure/sweep-articles.ts', import.meta.url),
    name: 'sweepArticles',
    data,
    threads,
    onLost: ({ path }, loss) => ({ path, seconds: 0, elements: 0, faults: [`The thread ${loss.message}.`] }),
  })
  const progress = createProgress()
  const swept: SweptArticle[] = []
  const starts = Array.from({ length: Math.ceil(articles.length / BATCH) }, (_, at) => at * BATCH)
  try {
    for await (const batch of mapInOrder(starts, threads * 2, (at) => pool.run(articles.slice(at, at + BATCH)))) {
      swept.push(...batch)
      const [count, share] = [swept.length, swept.length / articles.length]
      progress.show({ share, count, what: `${formatCount(count)} of ${formatCount(articles.length)} articles` })
    }
  } finally {
    progress.clear()
    await pool.close()
  }
  return swept
}
