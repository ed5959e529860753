import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { articlePath, isTemporaryArticleName, writeArticle } from '@/lib/content/write-article'
import type { FinishedArticle, FinishedPicture } from './convert-batch'
import { formerEdition } from './former-edition'
import { openImportManifest } from './import-manifest'

/**
 * What happened to an article: `written`; `unchanged`, the file already has this text; `older`, a later text is there and the
 * text became part of its history; `kept`, the file was edited and stays; `blocked`, something else is in its place.
 */
export type Placement = 'written' | 'unchanged' | 'older' | 'kept' | 'blocked'

/** The output folder. Paths are made from article numbers and checked names, so nothing is written outside it. */
export interface OutputFolder {
  place(article: FinishedArticle): Placement
  placePicture(picture: FinishedPicture): Placement
  /** Writes `site.yaml`, unless there is one. */
  placeSite(text: string): void
  close(): void
}

/** Opens the folder and creates it if necessary. With `dryRun` nothing is written, and the answers are the same. */
export function openOutputFolder(folder: string, { dryRun }: { dryRun: boolean }): OutputFolder {
  if (!dryRun) mkdirSync(folder, { recursive: true })
  const manifest = openImportManifest(folder, { dryRun })
  const ready = new Map<string, boolean>()
  const prepare = (path: string) => {
    const known = ready.get(path)
    if (known !== undefined) return known
    const isUsable = prepareFolder(path, dryRun)
    ready.set(path, isUsable)
    return isUsable
  }
  // Each folder on the way is looked at, so that no link is followed.
  const prepareAll = (path: string): boolean =>
    path === dirname(join(folder, 'x')) || (prepareAll(dirname(path)) && prepare(path))
  const placeFile = (
    below: string,
    key: number | string,
    bytes: Uint8Array,
    sha256: string,
    day?: string,
  ): Placement => {
    const path = join(folder, below)
    if (!prepareAll(dirname(path))) return 'blocked'
    const existing = readExisting(path)
    if (existing === 'not a file') return 'blocked'
    if (existing !== undefined) {
      const existingSha256 = createHash('sha256').update(existing).digest('hex')
      if (existingSha256 === sha256) {
        manifest.settle(key, sha256)
        return 'unchanged'
      }
      if (!manifest.has(key, existingSha256)) return 'kept'
      if (day !== undefined) {
        const { edition, isNewOlder } = formerEdition(below, existing, { bytes, day })
        if (edition && prepareAll(dirname(join(folder, edition.path))) && !dryRun) {
          writeArticle(join(folder, edition.path), edition.bytes)
        }
        if (isNewOlder) return 'older'
      }
    }
    manifest.note(key, sha256)
    if (!dryRun) writeArticle(path, bytes)
    manifest.settle(key, sha256)
    return 'written'
  }
  return {
    place: ({ number, name, bytes, sha256, day }) => placeFile(articlePath(number, name), number, bytes, sha256, day),
    placePicture: ({ path, bytes, sha256 }) => placeFile(path, path, bytes, sha256),
    placeSite: (text) => {
      const path = join(folder, 'site.yaml')
      if (!dryRun && readExisting(path) === undefined) writeArticle(path, new TextEncoder().encode(text))
    },
    close: () => manifest.close(),
  }
}

/** Creates a folder of articles, or removes what a killed run left in it. Gives `false` for anything else in its place. */
function prepareFolder(path: string, dryRun: boolean): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) {
    if (!dryRun) mkdirSync(path)
    return true
  }
  if (!stats.isDirectory()) return false
  if (dryRun) return true
  for (const name of readdirSync(path)) if (isTemporaryArticleName(name)) rmSync(join(path, name))
  return true
}

function readExisting(path: string): Uint8Array | 'not a file' | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  return stats.isFile() ? readFileSync(path) : 'not a file'
}
