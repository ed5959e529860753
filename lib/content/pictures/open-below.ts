import { constants, fstatSync, openSync, realpathSync, type Stats } from 'node:fs'
import { join, sep } from 'node:path'

/** Why a file beside an article is not given to readers, and what to do. */
export interface Refusal {
  readonly refusal: string
}

/** Opens the file at `path` below `contentDir`. No link is followed, also not on the way. The caller closes the handle. */
export function openBelow(contentDir: string, path: string): { handle: number; status: Stats } | Refusal {
  const file = join(contentDir, path)
  try {
    const root = realpathSync(contentDir)
    if (realpathSync(file) !== join(root, path.split('/').join(sep)))
      return { refusal: 'is a link. Use the file itself' }
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    return { handle, status: fstatSync(handle) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return {
      refusal:
        error.code === 'ENOENT'
          ? 'is not there. Add the file, or remove'
          : `cannot be read (${error.code}). Check the file`,
    }
  }
}
