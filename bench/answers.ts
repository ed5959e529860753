import { readJudgedQueries } from '@/bench/measure/judged-queries'
import { type Latency, timeRounds } from '@/bench/measure/latency'
import { askSite } from '@/bench/measure/measure-site'
import { suggestUrl } from '@/lib/urls'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'

// npx tsx bench/answers.ts http://localhost:3000 queries.jsonl
// Asks a running viewer, one request at a time: searches, pages of the articles that answer them, suggestions. A line of the
// file is {"q": "...", "ids": [156091], "kind": "keywords"}. A first round warms up and is not counted.

const ROUNDS = 3

await runCommand(async () => {
  const [site, file] = process.argv.slice(2)
  if (!site || !file) throw new CommandError('The site or the file of queries is missing. Give both, in this order.')
  const queries = readJudgedQueries(file)
  const measure = async (title: string, paths: readonly string[]) =>
    printLatency(title, (await timeRounds(paths, ROUNDS, (path) => askSite(site, path))).later)

  await measure(
    'search',
    queries.map(({ q }) => `/api/search?${new URLSearchParams({ q })}`),
  )
  await measure(
    'article page',
    queries.flatMap(({ ids }) => `/kb/${ids[0]}`),
  )
  await measure(
    'suggestions',
    queries.map(({ q }) => suggestUrl(q.slice(0, 8))),
  )
})

function printLatency(title: string, { count, p50, p95, longest }: Latency): void {
  const [middle, most, all] = [p50, p95, longest].map((value) => value.toFixed(1))
  console.log(`${title}: ${count} answers, p50 ${middle} ms, p95 ${most} ms, longest ${all} ms`)
}
