import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'
import type { IndexedFile } from '@/lib/kb-index/read/indexed-files'

/** More files of one number are a mistake that the check reports, and no second collection. */
const MAX_OTHERS = 20

/** Lists the files that have the number of an article and are not served as it, in path order. */
export function listOtherFiles(database: IndexDatabase, number: KbNumber): IndexedFile[] {
  return allRows(
    database,
    `SELECT path, size, mtimeMs FROM file
     WHERE number = ? AND path <> (SELECT path FROM article WHERE article.number = file.number)
       AND NOT EXISTS (SELECT 1 FROM problem WHERE problem.path = file.path AND scope = 'file')
     ORDER BY path LIMIT ?`,
    [number, MAX_OTHERS],
  )
}
