import type { KbNumber } from '@/lib/kb/kb-number'
import type { UpdateNote } from '@/lib/kb/update-notes'
import type { IndexDatabase } from './open'
import { allRows, run } from './rows'

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

/** Lists the notes of these updates, in the order of the numbers and then of the text. */
export function listUpdateNotes(
  database: IndexDatabase,
  numbers: readonly KbNumber[],
): (UpdateNote & { readonly number: KbNumber })[] {
  return allRows(
    database,
    `SELECT updateNote.number, updateNote.kind, updateNote.heading, updateNote.text
     FROM json_each(?) AS wanted JOIN updateNote ON updateNote.number = wanted.value
     ORDER BY wanted.key, updateNote.position LIMIT ?`,
    [JSON.stringify(numbers), MAX_NOTES],
  )
}
