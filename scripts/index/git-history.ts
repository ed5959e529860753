import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bodyOf, type FormerBody } from '@/lib/content/read-editions'

/** The newest so many days of an article are read. */
const MAX_DAYS = 20
/** An article is not larger. */
const MAX_BLOB_BYTES = 2 * 1024 * 1024
/** Of all former texts together. */
const MAX_BYTES = 200 * 1024 * 1024
const MAX_LIST_BYTES = 256 * 1024 * 1024
const TIMEOUT_MS = 60_000

/** Nothing that a repository says is run: no hook, monitor, pager, filter, signature program or transport. */
const SAFE = [
  ...['--no-pager', '--no-replace-objects', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'safe.directory=*', '-c', 'log.showSignature=false', '-c', 'core.alternateRefsCommand='],
]
const ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
}

/** The former texts of articles by path below the content folder, oldest first. */
export type GitHistory = ReadonlyMap<string, readonly FormerBody[]>

/** A file as a commit left it. */
interface Revision {
  /** Path of the article today. */
  readonly path: string
  readonly day: string
  readonly blob: string
}

/**
 * Reads what the articles at `paths` were in the commits of the clone that the folder lies in: their text at the end of each day on
 * which one changed, also under a former path. Gives nothing, and says so, where there is no clone, no Git, or where it takes too long.
 */
export async function readGitHistory(contentDir: string, paths: readonly string[]): Promise<GitHistory> {
  if (paths.length === 0) return new Map()
  if (!isInClone(contentDir)) return warn(`"${contentDir}" lies in no clone of Git.`)
  const log = await runGit(contentDir, LOG)
  if (!log) return warn(`Git could not list the commits of "${contentDir}".`)
  const revisions = lastOfEachDay(parseLog(log.toString('utf8'), new Set(paths)))
  const blobs = await readBlobs(contentDir, [...new Set(revisions.map(({ blob }) => blob))])
  const history = new Map<string, FormerBody[]>()
  for (const { path, day, blob } of revisions) {
    const bytes = blobs.get(blob)
    const text = bytes && new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
    if (text !== undefined) history.set(path, [{ day, body: bodyOf(text) }, ...(history.get(path) ?? [])])
  }
  return history
}

function warn(what: string): GitHistory {
  console.warn(`${what} Articles have no former texts from commits; see "history" in docs/content-format.md.`)
  return new Map()
}

const LOG = [
  ...[
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--raw',
    '-z',
    '--no-abbrev',
    '--find-renames',
    '--relative',
  ],
  ...['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-color', '--format=commit %ct', '--', '.'],
]

/** A clone has `.git` as a folder, a worktree as a file. */
function isInClone(contentDir: string): boolean {
  for (let folder = resolve(contentDir); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true
    if (folder === dirname(folder)) return false
  }
}

/**
 * Parses the list of changes, newest first, in which each field ends in NUL: `commit 1600000000`, and for each file
 * `:100644 100644 OLD NEW M` and its path, or two paths for one that was renamed.
 */
export function parseLog(log: string, paths: ReadonlySet<string>): Revision[] {
  const revisions: Revision[] = []
  // A former path, seen from the newest commit backwards, is that of the article that it became.
  const nameToday = new Map<string, string>()
  const fields = log.split('\0')
  let day = ''
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n+/, '')
    const time = /^commit (\d{1,12})$/.exec(field)?.[1]
    if (time !== undefined) day = dayOf(Number(time))
    const [, blob = '', status = ''] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(field) ?? []
    if (status === '') continue
    const before = fields[++at] ?? ''
    const isMoved = status === 'R' || status === 'C'
    const after = isMoved ? (fields[++at] ?? '') : before
    const path = nameToday.get(after) ?? after
    if (status === 'R') {
      nameToday.delete(after)
      nameToday.set(before, path)
    }
    if (status !== 'D' && paths.has(path)) revisions.push({ path, day, blob })
  }
  return revisions
}

function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? '1970-01-01' : date.toISOString().slice(0, 10)
}

/** Of the revisions of one day, given newest first, only the last is an edition. */
function lastOfEachDay(revisions: readonly Revision[]): Revision[] {
  const days = new Map<string, Set<string>>()
  return revisions.filter(({ path, day }) => {
    const known = days.get(path) ?? new Set()
    days.set(path, known)
    // Clocks of authors differ: what an older commit dates later would change places with it.
    const isLater = [...known].some((other) => day > other)
    if (known.has(day) || isLater || known.size >= MAX_DAYS) return false
    known.add(day)
    return true
  })
}

async function readBlobs(contentDir: string, blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const sizes = await runGit(contentDir, ['cat-file', '--batch-check'], blobs)
  let total = 0
  const wanted = (sizes?.toString('latin1').split('\n') ?? []).flatMap((line) => {
    const [, blob = '', size = ''] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
    if (blob === '' || Number(size) > MAX_BLOB_BYTES || total + Number(size) > MAX_BYTES) return []
    total += Number(size)
    return [blob]
  })
  const found = await runGit(contentDir, ['cat-file', '--batch'], wanted)
  const texts = new Map<string, Uint8Array>()
  for (let at = 0; found && at < found.length; ) {
    const end = found.indexOf(10, at)
    const [, blob = '', size = '0'] = /^([0-9a-f]+) blob (\d+)$/.exec(found.toString('latin1', at, end)) ?? []
    if (end < 0 || blob === '') break
    texts.set(blob, found.subarray(end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return texts
}

/** Gives what Git prints; `undefined` if it is absent, fails or takes too long. */
function runGit(
  contentDir: string,
  args: readonly string[],
  lines: readonly string[] = [],
): Promise<Buffer | undefined> {
  const { PATH, NODE_ENV } = process.env
  return new Promise((done) => {
    const child = execFile(
      'git',
      ['-C', contentDir, ...SAFE, ...args],
      {
        env: { PATH, NODE_ENV, ...ENVIRONMENT },
        encoding: 'buffer',
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_LIST_BYTES,
      },
      (error, output) => done(error ? undefined : output),
    )
    // A program that has ended takes no input.
    child.stdin?.on('error', () => {})
    child.stdin?.end(lines.map((line) => `${line}\n`).join(''))
  })
}
