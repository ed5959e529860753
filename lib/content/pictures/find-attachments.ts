import { createHash } from 'node:crypto'
import { closeSync, createReadStream, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { isAttachment } from '@/lib/kb/articles/attachment'
import type { Problem } from '@/lib/kb/articles/errors'
import { resolveBeside } from '@/lib/kb/articles/local-address'
import { ATTACHMENT, type IndexedPicture, type PictureReference } from '@/lib/kb/articles/picture'
import type { ArticlePlace } from './find-pictures'
import { openBelow } from './open-below'

/** Larger files are not served. */
export const MAX_ATTACHMENT_BYTES = 256 * 1024 * 1024
/** More files of one article are not served. */
const MAX_ATTACHMENTS = 200
/** Addresses that name no file are looked for as well, and each look costs time. */
const MAX_LOOKS = 2000
const PIECE_BYTES = 64 * 1024

/** Looks at each file that an article leads to: its hash if it can be downloaded, and a problem if not. A missing file is no problem of the index: the check of links tells it. */
export function findAttachments(
  contentDir: string,
  references: readonly PictureReference[],
  { path: article, bodyLine, number }: ArticlePlace,
): { files: IndexedPicture[]; problems: Problem[] } {
  const files = new Map<string, IndexedPicture>()
  const looked = new Set<string>()
  const problems: Problem[] = []
  for (const { url, line } of references) {
    if (looked.has(url)) continue
    if (looked.size >= MAX_LOOKS) break
    looked.add(url)
    const report = (what: string) =>
      problems.push({
        file: article,
        line: bodyLine + line - 1,
        number,
        message: `The file "${url.slice(0, 200)}" ${what}.`,
      })
    if (files.size >= MAX_ATTACHMENTS) {
      report(`is beyond the first ${MAX_ATTACHMENTS} of the article. Split the article`)
      break
    }
    const path = resolveBeside(article, url)
    if (path === undefined) {
      if (isAttachment(url)) report('lies outside of the content folder, or is hidden. Move it below the folder')
      continue
    }
    const found = readHash(contentDir, path)
    if (found && 'refusal' in found) report(found.refusal)
    // One that is not there may come: an update compares it.
    if (found && 'sha256' in found) files.set(url, { url, path, type: ATTACHMENT, ...found })
    else if (isAttachment(url)) files.set(url, { url, path })
  }
  return { files: [...files.values()], problems }
}

/** Opens the file at `path` for a download, if it still is the one with this size and time. */
export function openAttachment(
  contentDir: string,
  { path, size, mtimeMs }: Pick<Required<IndexedPicture>, 'path' | 'size' | 'mtimeMs'>,
): Readable | undefined {
  const opened = openBelow(contentDir, path)
  if ('refusal' in opened) return undefined
  const { handle, status } = opened
  if (!status.isFile() || status.size !== size || status.mtimeMs !== mtimeMs) {
    closeSync(handle)
    return undefined
  }
  return createReadStream('', { fd: handle, start: 0 })
}

/** Gives `undefined` for what is not there or is a folder. */
function readHash(
  contentDir: string,
  path: string,
): Pick<Required<IndexedPicture>, 'sha256' | 'size' | 'mtimeMs'> | { refusal: string } | undefined {
  const opened = openBelow(contentDir, path)
  if ('refusal' in opened)
    return opened.refusal.startsWith('is not there') || opened.refusal.includes('ENOTDIR') ? undefined : opened
  const { handle, status } = opened
  try {
    if (!status.isFile()) return undefined
    if (status.size > MAX_ATTACHMENT_BYTES)
      return { refusal: `has ${status.size} bytes; the limit is ${MAX_ATTACHMENT_BYTES}. Make it smaller` }
    const hash = createHash('sha256')
    const piece = Buffer.alloc(PIECE_BYTES)
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece))
      hash.update(piece.subarray(0, length))
    return { sha256: hash.digest('hex'), size: status.size, mtimeMs: status.mtimeMs }
  } finally {
    closeSync(handle)
  }
}
