import { readFileSync } from 'node:fs'
import { CommandError, runCommand } from '@/scripts/setup/command-error.mjs'

// npx tsx bench/answers.ts http://localhost:3000 queries.jsonl
// Asks a running viewer, one request at a time: searches, pages of the articles that answer them, suggestions. A line of the
// file is {"q": "...", "ids": [156091]}. A first round warms up and is not counted.

interface JudgedQuery {
  readonly q: string
  readonly ids: readonly number[]
}

const ROUNDS = 3

await runCommand(async () => {
  const [site, file] = process.argv.slice(2)
  if (!site || !file) throw new CommandError('The site or the file of queries is missing. Give both, in this order.')
  const queries: JudgedQuery[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  await measure(
    'search',
    site,
    queries.map(({ q }) => `/api/search?${new URLSearchParams({ q })}`),
  )
  await measure(
    'article page',
    site,
    queries.flatMap(({ ids }) => `/kb/${ids[0]}`),
  )
  await measure(
    'suggestions',
    site,
    queries.map(({ q }) => `/api/suggest?${new URLSearchParams({ q: q.slice(0, 8) })}`),
  )
})

async function measure(title: string, site: string, paths: readonly string[]): Promise<void> {
  const milliseconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of paths) {
      const began = performance.now()
      const response = await fetch(new URL(path, site))
      await response.text()
      if (response.status >= 500)
        throw new CommandError(`${path} answered ${response.status}. Look into the log of the site.`)
      if (round > 0) milliseconds.push(performance.now() - began)
    }
  }
  milliseconds.sort((a, b) => a - b)
  const at = (share: number) => milliseconds[Math.floor((milliseconds.length - 1) * share)]?.toFixed(1)
  console.log(`${title}: ${milliseconds.length} answers, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`)
}
