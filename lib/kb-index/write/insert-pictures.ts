import type { IndexedPicture } from '@/lib/kb/articles/picture'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { insertRow } from '@/lib/kb-index/file/rows'

/** Stands for the site in place of an article. */
export const LOGO = 0

/** Enters the pictures that an article names, also those that cannot be shown, so that an update sees when they can. */
export function insertPictures(
  database: IndexDatabase,
  number: KbNumber | typeof LOGO,
  pictures: readonly IndexedPicture[],
): void {
  for (const { url, path, sha256, type, width, height, size, mtimeMs } of pictures) {
    insertRow(database, 'picture', { number, url, path, sha256, type, width, height, size, mtimeMs })
  }
}
