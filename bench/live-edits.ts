import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type CrowdReport, countFailures, formatStatuses, readAsCrowd } from '@/bench/measure/crowd'
import { describeMachine, formatLoad } from '@/bench/measure/describe-machine'
import { summarizeLatency } from '@/bench/measure/latency'
import { startServer } from '@/bench/measure/measured-process'
import { pickEvenly } from '@/bench/measure/pick-evenly'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { listArticleTexts } from '@/lib/kb-index/read/indexed-files'
import { articleUrl } from '@/lib/urls'
import { keepTexts } from '@/scripts/index/keep-texts'
import { updateIndex } from '@/scripts/index/update-index'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseCount, parseOptions, parsePort } from '@/scripts/shared/options.mjs'
import { formatCount } from '@/scripts/shared/progress.mjs'
import { startProcess } from '@/scripts/shared/run-process.mjs'

const HELP = `Edits a copy of the articles while the built viewer serves them: how soon is an edit found, and is any edit or request lost?

  npm run bench:live -- --content DIR --work DIR [options]

  --content DIR   the articles
  --index FILE    an index of them, which saves building one
  --work DIR      where the copies lie; emptied before and after
  --count N       edits in a row; default 1000
  --port N        where the server listens; default 24543
  --help          show this help
`

const SINGLE_EDITS = 20
/** The edits in a row go round over so many articles. */
const EDITED_ARTICLES = 50
const READERS = 4
const EDIT_PAUSE_MS = 10
const PATIENCE_MS = 60_000
const ASK_MS = 15

interface EditedArticle {
  readonly number: KbNumber
  readonly file: string
  readonly text: string
}

await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['content', 'index', 'work', 'count', 'port', 'help'])
  if (values.help) return console.log(HELP)
  const work = resolve(values.work ?? join('.cache', 'live-edits'))
  const count = parseCount(values.count, '--count', 1000)
  const port = parsePort(values.port ?? '24543')
  const places = { contentDir: join(work, 'content'), indexFile: join(work, 'index.db') }
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(resolve(values.content ?? 'content'), places.contentDir, { recursive: true, preserveTimestamps: true })
  if (values.index) cpSync(values.index, places.indexFile)
  await updateIndex({ ...places, keepsTexts: true })
  await keepTexts(places, () => false)

  const env = {
    NODE_ENV: 'production',
    KB_INDEX: places.indexFile,
    KB_CONTENT: places.contentDir,
    KB_LOG_REQUESTS: 'off',
  }
  const server = await startServer(['node', 'server/main.mjs', '--port', String(port)], {
    url: `http://127.0.0.1:${port}`,
    path: '/readyz',
    env,
  })
  const watcher = startProcess(process.execPath, ['--import', 'tsx', 'scripts/commands/watch-content.ts'], { env })
  try {
    // Until it has compared everything and copied the index once.
    await delay(10_000)
    const articles = pickArticles(places)
    console.log('| tried | how often | what happened |\n| --- | --- | --- |')
    await measureSingle(server.url, articles.slice(0, SINGLE_EDITS))
    await measureRow(server.url, articles.slice(SINGLE_EDITS), count)
    console.log(describeMachine())
  } finally {
    await watcher.stop()
    await server.stop()
    rmSync(work, { recursive: true, force: true })
  }
})

function pickArticles({ contentDir, indexFile }: { contentDir: string; indexFile: string }): EditedArticle[] {
  const index = openIndex(indexFile)
  const articles = listArticleTexts(index)
  closeDatabase(index)
  return pickEvenly(articles, SINGLE_EDITS + EDITED_ARTICLES).map(({ number, path }) => {
    const file = join(contentDir, path)
    return { number, file, text: readFileSync(file, 'utf8') }
  })
}

/** One edit after the other: how long until a search finds the new word, and until the page shows it. */
async function measureSingle(url: string, articles: readonly EditedArticle[]): Promise<void> {
  const searched: number[] = []
  const shown: number[] = []
  const load = formatLoad()
  for (const [at, article] of articles.entries()) {
    const word = wordOf('single', at)
    const began = performance.now()
    write(article, word, true)
    await until(async () => (await search(url, word)).includes(article.number))
    searched.push(performance.now() - began)
    await until(async () => (await textAt(url, articleUrl(article.number))).includes(word))
    shown.push(performance.now() - began)
    await delay(1000)
  }
  const describe = (times: readonly number[]) => {
    const { p50, longest } = summarizeLatency(times)
    return `median ${(p50 / 1000).toFixed(2)} s, longest ${(longest / 1000).toFixed(2)} s`
  }
  console.log(
    `| One article is edited; the new word is searched for | ${articles.length} | Found after ${describe(searched)}; on its page after ${describe(shown)} (load ${load}) |`,
  )
}

/** Many edits in a row beside readers: is any request refused, and is the last text of every article served? */
async function measureRow(url: string, articles: readonly EditedArticle[], count: number): Promise<void> {
  const last = new Map<EditedArticle, string>()
  let isDone = false
  let turn = 0
  const paths = articles.flatMap(({ number }) => [
    articleUrl(number),
    `/api/v1/articles/${number}`,
    '/search?q=windows',
  ])
  const crowd: Promise<CrowdReport> = readAsCrowd(url, {
    count: READERS,
    nextPath: () => paths[turn++ % paths.length] ?? '/',
    isDone: () => isDone,
  })
  const began = performance.now()
  for (let edit = 0; edit < count; edit++) {
    const article = articles[edit % articles.length]
    if (!article) break
    const word = wordOf('row', edit)
    write(article, word, edit % 2 === 0)
    last.set(article, word)
    await delay(EDIT_PAUSE_MS)
  }
  const editSeconds = (performance.now() - began) / 1000
  const ended = performance.now()
  const lost: number[] = []
  for (const [{ number }, word] of last) {
    const isFound = async () =>
      (await search(url, word)).includes(number) && (await textAt(url, articleUrl(number))).includes(word)
    if (!(await until(isFound))) lost.push(number)
  }
  const settled = (performance.now() - ended) / 1000
  isDone = true
  const { statuses } = await crowd
  console.log(
    `| Edits in a row on ${articles.length} articles, beside ${READERS} readers | ${formatCount(count)} in ${editSeconds.toFixed(0)} s | ${formatStatuses(statuses)}; ${lost.length} edits lost, all searched and shown ${settled.toFixed(1)} s after the last |`,
  )
  if (lost.length > 0 || countFailures(statuses) > 0) process.exitCode = 1
}

/** A word that no article has. */
function wordOf(kind: string, place: number): string {
  return `zyx${kind}${place}q`
}

/** Half of the editors write in place, the others put a new file there. */
function write({ file, text }: EditedArticle, word: string, isInPlace: boolean): void {
  const target = isInPlace ? file : `${file}.tmp`
  writeFileSync(target, `${text}\n\nThe word ${word} is new.\n`)
  if (!isInPlace) renameSync(target, file)
}

async function search(url: string, word: string): Promise<number[]> {
  const { results } = JSON.parse(await textAt(url, `/api/v1/search?q=${word}&verbatim=1`))
  return results.map(({ number }: { number: number }) => number)
}

async function textAt(url: string, path: string): Promise<string> {
  return (await fetch(new URL(path, url))).text()
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS; await delay(ASK_MS)) {
    if (await holds()) return true
  }
  return false
}
