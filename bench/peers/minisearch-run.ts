import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readJudgedQueries } from '@/bench/measure/judged-queries'
import { summarizeLatency, timeEach, timeRounds } from '@/bench/measure/latency'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import { watchProcessTree } from '@/bench/measure/process-tree'
import { listTypedPrefixes } from '@/bench/measure/typed-texts'
import { listArticleFiles } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import { ArticleError } from '@/lib/kb/articles/errors'
import type { MiniSearchReport } from './minisearch'
import { spellNumber } from './static-pages'

// Started by minisearch.ts: TOOLS_DIR CONTENT_DIR QUERY_FILE. The last line of its output is the report.

interface Entry {
  readonly id: number
  readonly title: string
  readonly body: string
}

interface MiniSearch {
  addAll(entries: readonly Entry[]): void
  search(text: string, options?: object): readonly { readonly id: number }[]
}

const FILES_AT_ONCE = 256
const ROUNDS = 2
const MAX_RESULTS = 10
/** A sample, because a prefix takes 0.1 seconds and more. */
const MAX_PREFIXES = 300

const [toolsDir = '', contentDir = '', queryFile = ''] = process.argv.slice(2)
const began = performance.now()
const index = createIndex()
await addArticles()
const buildSeconds = (performance.now() - began) / 1000
const tree = watchProcessTree(process.pid)
const buildPeakBytes = tree.read()?.peakBytes
tree.stop()

const queries = readJudgedQueries(queryFile).map(({ q }) => q)
const found = new Map<string, readonly { readonly id: number }[]>()
const search = await timeRounds(queries, ROUNDS, (text) => found.set(text, index.search(text).slice(0, MAX_RESULTS)))
const prefixes = pickEvenly(listTypedPrefixes(queries), MAX_PREFIXES)
const suggestions = summarizeLatency(await timeEach(prefixes, suggest))
const results = [...found].map(([q, hits]) => ({ q, ids: hits.map(({ id }) => id) }))
const indexBytes = Buffer.byteLength(JSON.stringify(index))
const report: MiniSearchReport = { buildSeconds, buildPeakBytes, indexBytes, search, suggestions, results }
console.log(JSON.stringify(report))

/** Matches any word and weighs titles ten times, its best setting here. */
function createIndex(): MiniSearch {
  const loaded: unknown = createRequire(join(toolsDir, 'package.json'))('minisearch')
  if (typeof loaded !== 'function') throw new Error('The package minisearch does not export a class.')
  const Constructor = loaded as new (options: object) => MiniSearch
  return new Constructor({ fields: ['title', 'body'], searchOptions: { boost: { title: 10 } } })
}

async function addArticles(): Promise<void> {
  const files = await listArticleFiles(contentDir)
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const entries = await Promise.all(files.slice(at, at + FILES_AT_ONCE).map(({ path }) => readEntry(path)))
    index.addAll(entries.filter((entry) => entry !== undefined))
  }
}

async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    const { frontMatter, body } = await readArticle(contentDir, path)
    return { id: frontMatter.number, title: frontMatter.title, body: `${spellNumber(frontMatter.number)} ${body}` }
  } catch (error) {
    // The index skips invalid articles too.
    if (error instanceof ArticleError) return undefined
    throw error
  }
}

/** Finds titles with all words, the last of which may be unfinished. */
function suggest(text: string) {
  const last = text.trim().split(/\s+/).length - 1
  return index.search(text, {
    fields: ['title'],
    combineWith: 'AND',
    prefix: (_term: string, at: number) => at === last,
  })
}
