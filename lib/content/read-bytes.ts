import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ArticleError } from '@/lib/kb/articles/errors'

/** The largest article of a real archive has 179 KB; a file above this limit went astray. */
const MAX_FILE_BYTES = 4 * 1024 * 1024
/** A link that takes the place of a file is not followed, and a pipe does not stop the reader. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Reads the file at `path` below `contentDir`. Throws an `ArticleError` for a link, a folder, and a file that is too large. */
export async function readBytes(contentDir: string, path: string): Promise<Buffer> {
  const handle = await open(join(contentDir, path), FLAGS).catch((error) => refuseLink(error, path))
  try {
    refuseOdd(await handle.stat(), path)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Does the same synchronously, which is faster for many small files. */
export function readBytesSync(contentDir: string, path: string): Buffer {
  const handle = openFile(contentDir, path)
  try {
    refuseOdd(fstatSync(handle), path)
    return readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

function openFile(contentDir: string, path: string): number {
  try {
    return openSync(join(contentDir, path), FLAGS)
  } catch (error) {
    return refuseLink(error, path)
  }
}

function refuseLink(error: unknown, file: string): never {
  if (!(error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK'))) throw error
  throw new ArticleError('The file is a link. Put the article itself in its place.', { file, line: 1 })
}

function refuseOdd(status: Stats, file: string): void {
  if (!status.isFile()) {
    throw new ArticleError('The path does not lead to a file. Put the article there.', { file, line: 1 })
  }
  if (status.size <= MAX_FILE_BYTES) return
  const message = `The file has ${status.size} bytes; the limit is ${MAX_FILE_BYTES}. Split it, or move it out of the content folder.`
  throw new ArticleError(message, { file, line: 1 })
}
