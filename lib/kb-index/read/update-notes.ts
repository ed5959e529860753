import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { StatedNote, UpdateNote } from '@/lib/kb/updates/update-notes'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows, run } from '@/lib/kb-index/file/rows'

/** How many paragraphs are read of all updates together. */
const MAX_NOTES = 500

/** Enters what an update says of its installation. */
export function insertUpdateNotes(database: IndexDatabase, number: KbNumber, notes: readonly UpdateNote[]): void {
  for (const [position, { kind, heading, text }] of notes.entries()) {
    run(database, 'INSERT INTO updateNote (number, position, kind, heading, text) VALUES (?, ?, ?, ?, ?)', [
      number,
      position,
      kind,
      heading,
      text,
    ])
  }
}

/**
 * Lists the notes of these updates, in the order of the numbers and then of the text. What the text requires elsewhere than in a
 * section about prerequisites is one as well, below the heading where it stands, if any.
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
