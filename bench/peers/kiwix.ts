import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import { type MeasuredRun, type MeasuredServer, runMeasured, startServer } from '@/bench/measure/measured-process'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { writeStaticPages } from './static-pages'

/** A ZIM file of the archive and the run of zimwriterfs that made it. */
export interface KiwixArchive {
  readonly zimFile: string
  readonly bytes: number
  readonly build: BuildRecord
  /** The file and its figures come from an earlier run. */
  readonly isCached: boolean
}

const buildRecord = z.object({
  pageCount: z.number(),
  seconds: z.number(),
  peakBytes: z.number().optional(),
  processorSeconds: z.number().optional(),
  date: z.string(),
})
type BuildRecord = z.infer<typeof buildRecord>

interface PrepareOptions {
  readonly contentDir: string
  readonly articleCount: number
  readonly workDir: string
  readonly rebuild: boolean
}

/** Debian packages. */
export const KIWIX_PACKAGES = 'kiwix-tools zim-tools'
const BOOK = 'archive'
const BUILD_SECONDS = 1800
/** A black square of 48 x 48 pixels; zimwriterfs requires an icon. */
const ICON = 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAQAAAAB/ecQqAAAADUlEQVR42mNgGAXUBAABUAABNLg62QAAAABJRU5ErkJggg=='

export function hasKiwix(): boolean {
  return ['kiwix-serve', 'zimwriterfs'].every(isInstalled)
}

/** Gives the ZIM file of an earlier run if it has as many articles, otherwise a new one made from plain HTML pages. */
export async function prepareKiwix(options: PrepareOptions): Promise<KiwixArchive> {
  const folder = join(options.workDir, 'kiwix')
  const zimFile = join(folder, `${BOOK}.zim`)
  const recordFile = join(folder, 'build.json')
  const known = existsSync(zimFile) && existsSync(recordFile) ? readRecord(recordFile) : undefined
  const isCached = known?.pageCount === options.articleCount && !options.rebuild
  const build = isCached ? known : await buildZim(options.contentDir, folder, zimFile)
  if (!isCached) writeFileSync(recordFile, `${JSON.stringify(build, undefined, 2)}\n`)
  return { zimFile, bytes: statSync(zimFile).size, build, isCached }
}

export function startKiwix({ zimFile }: KiwixArchive, port: number): Promise<MeasuredServer> {
  return startKiwixOn(zimFile, port)
}

/** Serves any ZIM file; the name of its book is that of the file. */
export function startKiwixOn(zimFile: string, port: number): Promise<MeasuredServer> {
  return startServer(['kiwix-serve', '--address', '127.0.0.1', '--port', String(port), zimFile], {
    url: `http://127.0.0.1:${port}`,
    path: '/',
  })
}

/**
 * Gives the path below which a running server has the pages of a book: /content/BOOK, or /BOOK in versions before 12. Throws a
 * `CommandError` if it has `page` in neither, which must not be measured.
 */
export async function findKiwixRoot({ url }: MeasuredServer, page: string, book = BOOK): Promise<string> {
  for (const root of [`/content/${book}`, `/${book}`]) {
    const answer = await fetch(`${url}${root}/${page}`)
    await answer.arrayBuffer()
    if (answer.status === 200) return root
  }
  throw new CommandError(`kiwix-serve has no page "${page}" of "${book}". Build its ZIM file again.`)
}

export function kiwixSearchPath(text: string, book = BOOK): string {
  return `/search?${new URLSearchParams({ content: book, pattern: text, pageLength: '10' })}`
}

/** Eight suggestions, as many as the viewer gives. */
export function kiwixSuggestPath(text: string): string {
  return `/suggest?${new URLSearchParams({ content: BOOK, term: text, count: '8' })}`
}

/** Parses the article numbers from a results page, best first. */
export function parseKiwixResults(html: string): number[] {
  return [...html.matchAll(/<a href="[^"]*\/(\d+)\.html"/g)].map(([, number]) => Number(number))
}

async function buildZim(contentDir: string, folder: string, zimFile: string): Promise<BuildRecord> {
  const pages = join(folder, 'pages')
  // An interrupted run leaves pieces of an index beside the file.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  const pageCount = await writeStaticPages(contentDir, pages)
  writeFileSync(join(pages, 'icon.png'), Buffer.from(ICON, 'base64'))
  const run = await runZimwriterfs(pages, zimFile)
  rmSync(pages, { recursive: true })
  return { pageCount, seconds: run.seconds, ...run.usage, date: new Date().toISOString().slice(0, 10) }
}

function runZimwriterfs(pages: string, zimFile: string): Promise<MeasuredRun> {
  const options = {
    welcome: 'index.html',
    illustration: 'icon.png',
    language: 'eng',
    title: 'Articles',
    description: 'Articles',
    creator: 'bench',
    publisher: 'bench',
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  return runMeasured('zimwriterfs', [...args, pages, zimFile], { timeoutSeconds: BUILD_SECONDS })
}

function readRecord(file: string): BuildRecord | undefined {
  return buildRecord.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
