import { countChanges } from '@/lib/kb/articles/compare-editions'
import type { Edition } from '@/lib/kb/articles/edition'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { insertRow } from '@/lib/kb-index/file/rows'

/** Enters the editions of an article, oldest first. One with the words of the one before it changed nothing and is left out. */
export function insertEditions(database: IndexDatabase, number: KbNumber, editions: readonly Edition[]): void {
  let before: Edition | undefined
  for (const edition of editions) {
    const changes = before && countChanges(before.blocks, edition.blocks)
    if (changes && changes.added + changes.removed === 0) continue
    const { day, blocks } = edition
    insertRow(database, 'edition', { number, day, before: before?.day, ...changes, blocks: JSON.stringify(blocks) })
    before = edition
  }
}
