import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { allRows } from '@/lib/kb-index/file/rows'

/** A signature with the articles that mention it or a narrower one. */
export interface SignatureMatch {
  readonly id: string
  readonly label: string
  readonly articleCount: number
  /** Empty if too many articles mention it to be of use. */
  readonly numbers: readonly KbNumber[]
}

/** A signature in more articles than this does not distinguish them. */
const MAX_ARTICLES = 1000

/** Maps the signatures that articles mention to their articles in number order. */
export function listSignatureMatches(database: IndexDatabase, ids: readonly string[]): Map<string, SignatureMatch> {
  const rows = allRows<{ id: string; label: string; articleCount: number; number?: KbNumber }>(
    database,
    `WITH wanted AS (
       SELECT DISTINCT signature.id, signature.name, signature.label, signature.articleCount
       FROM json_each(?1) JOIN signature ON signature.name = json_each.value
     ), one AS (
       SELECT id, id AS memberId FROM wanted WHERE articleCount <= ?2
       UNION ALL
       -- In this order; otherwise all narrower signatures would be read.
       SELECT wanted.id, narrower.id FROM wanted CROSS JOIN signature AS narrower ON narrower.broader = wanted.name
       WHERE wanted.articleCount <= ?2
     )
     SELECT DISTINCT wanted.name AS id, wanted.label, wanted.articleCount, signatureMention.number
     FROM wanted LEFT JOIN one ON one.id = wanted.id
       LEFT JOIN signatureMention ON signatureMention.signatureId = one.memberId
     ORDER BY wanted.name, signatureMention.number`,
    [JSON.stringify(ids), MAX_ARTICLES],
  )
  const matches = new Map<string, SignatureMatch & { readonly numbers: KbNumber[] }>()
  for (const { number, ...signature } of rows) {
    const match = matches.get(signature.id) ?? { ...signature, numbers: [] }
    matches.set(signature.id, match)
    if (number !== undefined) match.numbers.push(number)
  }
  return matches
}

/** Lists the events that have this number, each of another source. */
export function listEventsOfNumber(database: IndexDatabase, id: string): string[] {
  const rows = allRows<{ name: string }>(database, 'SELECT name FROM signature WHERE broader = ? ORDER BY name', [id])
  return rows.map(({ name }) => name)
}

/** Gives the sentences in which articles mention signatures, or narrower ones, by `signature number`. */
export function listMentions(
  database: IndexDatabase,
  ids: readonly string[],
  numbers: readonly KbNumber[],
): Map<string, string> {
  const rows = allRows<{ id: string; number: KbNumber; context: string }>(
    database,
    `WITH wanted AS (SELECT id, name FROM signature WHERE name IN (SELECT value FROM json_each(?1))),
       member AS (
         SELECT wanted.name, wanted.id FROM wanted
         UNION ALL
         SELECT wanted.name, narrower.id FROM wanted CROSS JOIN signature AS narrower ON narrower.broader = wanted.name
       )
     SELECT member.name AS id, mention.number, min(mention.context) AS context
     FROM json_each(?2) AS asked JOIN member JOIN signatureMention AS mention
       ON mention.signatureId = member.id AND mention.number = asked.value
     GROUP BY member.name, mention.number ORDER BY member.name, mention.number`,
    [JSON.stringify(ids), JSON.stringify(numbers)],
  )
  return new Map(rows.map(({ id, number, context }) => [`${id} ${number}`, context]))
}
