import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticle } from '@/lib/content/write-article'
import { toArticleKey } from '@/lib/kb/numbers/kb-number'
import { CommandError } from '@/scripts/shared/command-error.mjs'

/**
 * Knows which files in the output folder are the importer's own: it holds the SHA-256 of each text that was written, one
 * `174932 <sha256>` per line; an article without a number has its key there, a picture its path. A file with any other text was edited.
 */
export interface ImportManifest {
  has(key: number | string, sha256: string): boolean
  /** Notes a text *before* it is written, so that every file of a run that is killed is noted. */
  note(key: number | string, sha256: string): void
  /** Says that the file now has this text; older texts of the same file are forgotten. */
  settle(key: number | string, sha256: string): void
  /** Rewrites the manifest, sorted by number and without what was forgotten. */
  close(): void
}

export const MANIFEST_NAME = '.import-manifest'

/** Opens the manifest of an existing folder; with `dryRun` it is never written. Throws a `CommandError` for a damaged one. */
export function openImportManifest(folder: string, { dryRun }: { dryRun: boolean }): ImportManifest {
  const path = join(folder, MANIFEST_NAME)
  const before = readIfThere(path)
  const texts = parseManifest(path, before)
  const save = () => {
    const after = formatManifest(texts)
    if (!dryRun && after !== before) writeArticle(path, after)
  }
  // A run that was killed in the middle of a note left part of a line. Appending to it would damage the next note.
  if (before !== '' && !before.endsWith('\n')) save()

  let journal: number | undefined
  return {
    has: (key, sha256) => texts.get(key)?.includes(sha256) === true,
    note(key, sha256) {
      texts.set(key, [...(texts.get(key) ?? []), sha256])
      if (dryRun) return
      journal ??= openSync(path, 'a')
      writeSync(journal, `${key} ${sha256}\n`)
    },
    settle(key, sha256) {
      texts.set(key, [sha256])
    },
    close() {
      if (journal !== undefined) closeSync(journal)
      save()
    },
  }
}

type Texts = Map<number | string, readonly string[]>

function parseManifest(path: string, manifest: string): Texts {
  const texts: Texts = new Map()
  // After the last newline comes nothing, or a torn line, whose text was never written.
  for (const [index, line] of manifest.split('\n').slice(0, -1).entries()) {
    const [, digits = '', picture, sha256 = ''] = /^(?:(\d+)|(media\/[a-z0-9._/-]+)) ([0-9a-f]{64})$/.exec(line) ?? []
    const key = picture ?? (digits === '' ? undefined : toArticleKey(Number(digits)))
    if (key === undefined) {
      const what = `${path}:${index + 1}  ${JSON.stringify(line.slice(0, 100))} is not a number and a SHA-256.`
      throw new CommandError(`${what} Restore the file, or delete it; all files will then be treated as edited.`)
    }
    texts.set(key, [...(texts.get(key) ?? []), sha256])
  }
  return texts
}

function formatManifest(texts: Texts): string {
  // Numbers first, by size; then the paths of pictures.
  const keys = [...texts.keys()].sort((left, right) =>
    typeof left === 'number' && typeof right === 'number' ? left - right : String(left) < String(right) ? -1 : 1,
  )
  return keys.flatMap((key) => (texts.get(key) ?? []).map((sha256) => `${key} ${sha256}\n`)).join('')
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
