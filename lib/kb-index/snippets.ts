import Database from 'libsql'
import type { KbNumber } from '@/lib/kb/kb-number'
import type { SnippetPart } from '@/lib/kb/search-query'
import type { IndexDatabase } from './open'
import { allRows, firstRow, run } from './rows'

/** Marks around matches; bodies hold no control characters. */
const [MATCH_START, MATCH_END] = ['\u0001', '\u0002']
const SNIPPET_TOKENS = 28

/** The title of a hit and an excerpt of its text, matches marked. */
export interface HitSnippets {
  readonly title: readonly SnippetPart[]
  readonly snippet: readonly SnippetPart[]
}

let desk: Database.Database | undefined

/**
 * Makes the excerpts of a page of hits. Asked for one hit, the full text of the whole collection goes through every article
 * with a common word; so the texts of the page alone are put into an empty table in memory, and that is asked.
 */
export function makeSnippets(
  database: IndexDatabase,
  expression: string,
  numbers: readonly KbNumber[],
): Map<KbNumber, HitSnippets> {
  desk ??= openDesk()
  try {
    for (const number of numbers) copyText(database, desk, number)
    const rows = allRows<{ number: KbNumber; title: string; snippet: string }>(
      desk,
      `SELECT rowid AS number, highlight(articleText, 0, ?, ?) AS title,
         snippet(articleText, 1, ?, ?, '…', ${SNIPPET_TOKENS}) AS snippet
       FROM articleText WHERE articleText MATCH ? ORDER BY rowid LIMIT ?`,
      [MATCH_START, MATCH_END, MATCH_START, MATCH_END, expression, numbers.length],
    )
    return new Map(
      rows.map(({ number, title, snippet }) => [
        number,
        { title: splitMarks(title), snippet: splitMarks(snippet.replace(/\s+/g, ' ')) },
      ]),
    )
  } finally {
    run(desk, 'DELETE FROM articleText')
  }
}

function copyText(from: IndexDatabase, to: IndexDatabase, number: KbNumber): void {
  const text = firstRow<{ title: string; body: string; queryWords: string }>(
    from,
    'SELECT title, body, queryWords FROM articleText WHERE rowid = ?',
    [number],
  )
  if (!text) return
  run(to, 'INSERT INTO articleText (rowid, title, body, queryWords) VALUES (?, ?, ?, ?)', [
    number,
    text.title,
    text.body,
    text.queryWords,
  ])
}

/** The same columns and tokenizer as in schema.sql, so that it finds the same words. */
function openDesk(): Database.Database {
  const database = new Database(':memory:')
  database.exec(`CREATE VIRTUAL TABLE articleText USING fts5 (title, body, queryWords, tokenize = 'porter unicode61')`)
  return database
}

function splitMarks(text: string): SnippetPart[] {
  const parts: SnippetPart[] = []
  for (const [index, piece] of text.split(MATCH_START).entries()) {
    const [match, rest] = index === 0 ? ['', piece] : [piece.split(MATCH_END)[0] ?? '', piece.split(MATCH_END)[1] ?? '']
    if (match) parts.push({ text: match, isMatch: true })
    if (rest) parts.push({ text: rest, isMatch: false })
  }
  return parts
}
