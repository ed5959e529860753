import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CommandError } from '@/scripts/shared/command-error.mjs'

/** Lists the files of a copy, so that the next one knows whether it would overwrite anything else. */
export const LIST_FILE = 'kb-viewer-export.json'
const FULL = new Set(['ENOSPC', 'EDQUOT'])
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])

/**
 * Fills a folder as a whole: `write` fills a draft beside it, which takes its place when it is complete. Whatever goes wrong, the
 * folder stays as it was. Throws a `CommandError` for a folder that holds anything but a former copy.
 */
export async function replaceFolder<Result>(
  folder: string,
  write: (draft: string) => Promise<Result>,
): Promise<Result> {
  requireOwn(folder)
  const draft = `${folder}.draft-${process.pid}`
  const removeDraft = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', removeDraft)
  try {
    removeFormerDrafts(folder)
    mkdirSync(draft, { recursive: true })
    const result = await write(draft)
    const files = listFiles(draft).sort()
    writeFileSync(join(draft, LIST_FILE), `${JSON.stringify({ files }, undefined, 0)}\n`)
    // Somebody may have put a file there meanwhile.
    requireOwn(folder)
    swap(folder, draft)
    return result
  } catch (error) {
    throw toCommandError(error, folder)
  } finally {
    removeDraft()
    process.off('exit', removeDraft)
  }
}

function requireOwn(folder: string): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) {
    throw new CommandError(`"${folder}" is a file. Name a folder that does not exist yet, or an empty one.`)
  }
  const own = new Set([LIST_FILE, ...readList(folder)])
  const other = listFiles(folder).find((file) => !own.has(file))
  if (other === undefined) return
  throw new CommandError(
    `"${folder}" holds other files, such as ${other}. Name a new or empty folder, or that of a former export.`,
  )
}

function readList(folder: string): string[] {
  const file = join(folder, LIST_FILE)
  if (!existsSync(file)) return []
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const files = typeof list === 'object' && list !== null && 'files' in list ? list.files : undefined
    return Array.isArray(files) ? files.filter((name) => typeof name === 'string') : []
  } catch (error) {
    // A list that cannot be read is no proof that the other files are ours.
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** The files below a folder, with forward slashes. */
function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? listFiles(folder, path) : [path]
  })
}

/** What killed exports have left. */
function removeFormerDrafts(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const [, id] = name.startsWith(`${basename(folder)}.`) ? (/\.(?:draft|former)-(\d+)$/.exec(name) ?? []) : []
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function swap(folder: string, draft: string): void {
  if (!existsSync(folder)) {
    renameSync(draft, folder)
    return
  }
  const former = `${folder}.former-${process.pid}`
  renameSync(folder, former)
  try {
    renameSync(draft, folder)
  } catch (error) {
    renameSync(former, folder)
    throw error
  }
  rmSync(former, { recursive: true, force: true })
}

function toCommandError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (FULL.has(code)) {
    return new CommandError(
      `The disk of "${folder}" is full, and nothing was written there. Free some space, or name a folder on another disk.`,
    )
  }
  if (REFUSED.has(code)) {
    return new CommandError(
      `"${folder}" cannot be written (${code}). Name a folder that this account may write, or change its permissions.`,
    )
  }
  return error
}
