import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { StatedNote } from '@/lib/kb/updates/update-notes'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** At most this many paragraphs are read, of all updates together. */
const MAX_NOTES = 500

/**
 * Lists the notes of these updates, in the order of the numbers and then of the text. If an update has no section about
 * prerequisites, the sentences in which it requires something stand in for one.
 */
export function listUpdateNotes(database: IndexDatabase, numbers: readonly KbNumber[]): StatedNote[] {
  const rows = allRows<StatedNote>(
    database,
    `SELECT asked.key AS place, 0 AS isSentence, position, updateNote.number, kind, heading, text
     FROM json_each(:numbers) AS asked JOIN updateNote ON updateNote.number = asked.value
     UNION ALL
     SELECT asked.key, 1, fileLine, subject, 'prerequisites', section, sentence
     FROM json_each(:numbers) AS asked JOIN statement ON statement.kind = 'requires' AND subject = asked.value
     WHERE NOT EXISTS (SELECT 1 FROM updateNote WHERE number = asked.value AND kind = 'prerequisites')
     ORDER BY place, isSentence, position LIMIT :limit`,
    { numbers: JSON.stringify(numbers), limit: MAX_NOTES },
  )
  return rows.map(({ number, kind, heading, text }) => ({ number, kind, heading, text }))
}
