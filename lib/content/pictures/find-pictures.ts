import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@/lib/kb/articles/errors'
import { resolveBeside } from '@/lib/kb/articles/local-address'
import type { IndexedPicture, PictureReference } from '@/lib/kb/articles/picture'
import { readPicture } from './read-picture'

/** More pictures in one article are not shown. */
const MAX_PICTURES = 500

/** Where the files are named that an article has beside it. */
export interface ArticlePlace {
  /** Path of the article below the content folder. */
  readonly path: string
  readonly bodyLine: number
  readonly number?: Problem['number']
}

/** Looks at each picture that a file names: what it is if it can be shown, and a problem if not. */
export function findPictures(
  contentDir: string,
  references: readonly PictureReference[],
  { path: file, bodyLine, number }: ArticlePlace,
): { pictures: IndexedPicture[]; problems: Problem[] } {
  const pictures = new Map<string, IndexedPicture>()
  const problems: Problem[] = []
  for (const { url, line } of references) {
    if (pictures.has(url)) continue
    const report = (what: string) =>
      problems.push({ file, line: bodyLine + line - 1, number, message: `The picture "${url.slice(0, 200)}" ${what}.` })
    const path = resolveBeside(file, url)
    if (pictures.size >= MAX_PICTURES) {
      report(`is beyond the first ${MAX_PICTURES} of the article. Split the article`)
      break
    }
    if (path === undefined) {
      pictures.set(url, { url })
      report('lies outside of the content folder. Move it below the folder')
      continue
    }
    const found = readPicture(contentDir, path)
    if ('refusal' in found) {
      pictures.set(url, { url, path, ...statusOf(contentDir, path) })
      report(found.refusal)
    } else {
      const { bytes: _, ...picture } = found
      pictures.set(url, { url, ...picture })
    }
  }
  return { pictures: [...pictures.values()], problems }
}

/** Tells whether a picture is another one than the index has, or has come or gone. */
export function hasPictureChanged(contentDir: string, { path, size, mtimeMs }: IndexedPicture): boolean {
  if (path === undefined) return false
  const status = statusOf(contentDir, path)
  return (
    (status?.size ?? undefined) !== (size ?? undefined) || (status?.mtimeMs ?? undefined) !== (mtimeMs ?? undefined)
  )
}

function statusOf(contentDir: string, path: string): { size: number; mtimeMs: number } | undefined {
  try {
    const status = statSync(join(contentDir, path), { throwIfNoEntry: false })
    return status && { size: status.size, mtimeMs: status.mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
