import { resolve } from 'node:path'
import { cutPhrases, listArticlesWith, readAllTexts } from '@/bench/measure/phrases'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { closeDatabase, type IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { findPhrases } from '@/lib/kb-index/search/phrases/find-phrases'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'

const HELP = `Cuts phrases from articles at random and compares the search with reading every text.

  npm run bench:phrases -- --index FILE [options]

  --index FILE   an existing index, used as it is
  --count N      how many phrases; default 300
  --seed N       other phrases; default 1
  --help         show this help
`

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['index', 'count', 'seed', 'help'])
  if (values.help) return console.log(HELP)
  if (values.index === undefined) throw new CommandError('No index to search. Specify one with --index.')
  const database = openIndex(resolve(values.index))
  try {
    const texts = readAllTexts(database)
    const phrases = cutPhrases(texts, Number(values.count ?? 300), Number(values.seed ?? 1))
    let [complete, exact] = [0, 0]
    for (const { phrase, expected } of listArticlesWith(texts, phrases)) {
      const found = await listFound(database, phrase)
      const missed = expected.filter((number) => !found.has(number))
      if (missed.length === 0) complete++
      else console.log(`${JSON.stringify(phrase)}: ${missed.length} of ${expected.length} missed, such as ${missed[0]}`)
      if (missed.length === 0 && found.size === expected.length) exact++
    }
    console.log(`${phrases.length} phrases: ${complete} complete, ${exact} of them with no article more`)
  } finally {
    closeDatabase(database)
  }
})

/** Gives the articles that the search finds for a phrase. */
async function listFound(database: IndexDatabase, phrase: string): Promise<ReadonlySet<number>> {
  const index = searchIndexOf(database)
  const [ordinals = []] = findPhrases(index, [phrase])
  const { itemCount, isPartialMatch } = await searchArticles(database, parseSearchQuery({ q: `"${phrase}"` }))
  if (!isPartialMatch && itemCount !== ordinals.length)
    throw new Error(`The search for "${phrase}" lists ${itemCount}.`)
  return new Set(index.numbersOf(ordinals))
}
