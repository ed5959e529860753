import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeArticle } from '@/lib/content/write-article'
import { type KbNumber, parseKbNumber } from '@/lib/kb/numbers/kb-number'

/**
 * Which files of the output folder are the importer's own: the SHA-256 of each text that it wrote, one
 * `174932 <sha256>` a line. A file whose text is not noted was edited by a person.
 */
export interface ImportManifest {
  has(number: KbNumber, sha256: string): boolean
  /** Notes a text *before* it is written, so that a run that is killed leaves no file of its own that is not noted. */
  note(number: KbNumber, sha256: string): void
  /** States that the file holds this text now; older texts of the number are forgotten. */
  settle(number: KbNumber, sha256: string): void
  /** Writes the manifest anew, in the order of the numbers and without what is forgotten. */
  close(): void
}

export const MANIFEST_NAME = '.import-manifest'

/** Opens the manifest of a folder that exists; with `dryRun` it is read and never written. */
export function openImportManifest(folder: string, { dryRun }: { dryRun: boolean }): ImportManifest {
  const path = join(folder, MANIFEST_NAME)
  const before = readIfThere(path)
  const texts = parseManifest(path, before)
  const save = () => {
    const after = formatManifest(texts)
    if (!dryRun && after !== before) writeArticle(path, after)
  }
  // A run that was killed while it noted a text left a part of a line, to which nothing must be appended.
  if (before !== '' && !before.endsWith('\n')) save()

  let journal: number | undefined
  return {
    has: (number, sha256) => texts.get(number)?.includes(sha256) === true,
    note(number, sha256) {
      texts.set(number, [...(texts.get(number) ?? []), sha256])
      if (dryRun) return
      journal ??= openSync(path, 'a')
      writeSync(journal, `${number} ${sha256}\n`)
    },
    settle(number, sha256) {
      texts.set(number, [sha256])
    },
    close() {
      if (journal !== undefined) closeSync(journal)
      save()
    },
  }
}

/** The manifest has a line that the importer did not write. */
export class ManifestError extends Error {}

type Texts = Map<KbNumber, readonly string[]>

function parseManifest(path: string, manifest: string): Texts {
  const texts: Texts = new Map()
  // What follows the last line end is empty, or the torn line of a text that was not written yet.
  for (const [index, line] of manifest.split('\n').slice(0, -1).entries()) {
    const [, digits = '', sha256 = ''] = /^(\d+) ([0-9a-f]{64})$/.exec(line) ?? []
    const number = parseKbNumber(digits)
    if (number === undefined) {
      const what = `${path}:${index + 1}  ${JSON.stringify(line.slice(0, 100))} is not a number and a SHA-256.`
      throw new ManifestError(`${what} Restore the file, or delete it: all files then count as edited by a person.`)
    }
    texts.set(number, [...(texts.get(number) ?? []), sha256])
  }
  return texts
}

function formatManifest(texts: Texts): string {
  const numbers = [...texts.keys()].sort((left, right) => left - right)
  return numbers.flatMap((number) => (texts.get(number) ?? []).map((sha256) => `${number} ${sha256}\n`)).join('')
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
