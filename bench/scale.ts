import { join, resolve } from 'node:path'
import { formatScaleTable, replaceScale, type Scale } from '@/bench/collections/scale'
import { buildIndex, getIndexSize, readArchive, removeIndex } from '@/bench/measure/archive'
import { describeMachine, formatLoad } from '@/bench/measure/describe-machine'
import { readJudgedQueries } from '@/bench/measure/judged-queries'
import { summarizeLatency, timeEach } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { DEFAULT_QUERIES } from '@/bench/measure/search-options'
import { readArticle } from '@/lib/content/read-article'
import { getClusterSettings } from '@/lib/env'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { linkTargetsOf } from '@/lib/kb-index/read/relations'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { engineOf } from '@/lib/kb-index/search/cluster/engine-of'
import { renderArticle } from '@/lib/markdown/render-article'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { step } from '@/scripts/shared/progress.mjs'
import { endingProcesses } from '@/scripts/shared/run-process.mjs'

const HELP = `Measures collections of several sizes: index build, its size, search and articles in this process.

  npm run bench:scale -- --work DIR [--results FILE] DIR...

  --work DIR       where the indexes are made
  --results FILE   also writes what was measured, in place of what FILE says of collections of the same size;
                   npm run bench:curves draws bench/scale.json
  DIR...           collections, such as npm run bench:collection makes
`
const ARTICLES = 500

await runCommand(() =>
  endingProcesses(async () => {
    const { values, positionals } = parseOptions(process.argv.slice(2), ['work', 'results', 'help'], {
      allowPositionals: true,
    })
    if (values.help) return console.log(HELP)
    if (!values.work || positionals.length === 0) {
      throw new CommandError('Something is missing. Specify --work and one or more collections.')
    }
    for (const [place, content] of positionals.entries()) {
      const measured = await measure(resolve(content), join(resolve(values.work), `scale-${place}.db`))
      // At once, since the next collection may take half an hour.
      if (values.results) replaceScale(resolve(values.results), measured)
      console.log(`\n${describeMachine()}; ${formatLoad()}\n\n${formatScaleTable([measured])}\n`)
    }
  }),
)

async function measure(contentDir: string, indexFile: string): Promise<Scale> {
  const archive = await readArchive(contentDir)
  removeIndex(indexFile)
  const { seconds, usage } = await step(`Index of ${archive.files.length}`, () => buildIndex(contentDir, indexFile))
  const database = openIndex(indexFile)
  try {
    const { engine } = engineOf(getClusterSettings())
    const queries = readJudgedQueries(resolve(DEFAULT_QUERIES)).map(({ q }) => parseSearchQuery({ q }))
    const search = () => timeEach(queries, (query) => searchArticles(database, query, engine))
    await search()
    const searched = summarizeLatency(await step('Searches', search))
    const picked = pickEvenly(archive.files, ARTICLES)
    const shown = summarizeLatency(
      await timeEach(picked, async ({ path }) => {
        const { frontMatter, body } = await readArticle(contentDir, path)
        renderArticle(body, linkTargetsOf(database, frontMatter.number, path))
      }),
    )
    return {
      articles: archive.files.length,
      markdownBytes: archive.bytes,
      buildSeconds: seconds,
      processorSeconds: usage?.processorSeconds,
      peakBytes: usage?.peakBytes,
      indexBytes: getIndexSize(indexFile),
      search: { p50: searched.p50, p95: searched.p95 },
      article: { p50: shown.p50, p95: shown.p95 },
      readingBytes: process.memoryUsage.rss(),
    }
  } finally {
    closeDatabase(database)
  }
}
