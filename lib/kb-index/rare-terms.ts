import Database from 'libsql'
import type { SearchTerm } from './fts-query'
import type { IndexDatabase } from './open'
import { allRows, firstRow, run } from './rows'

/** A word in more than this share of all articles tells nothing and costs most. */
const COMMON_SHARE = 0.1
const MAX_RARE_TERMS = 8

/**
 * Chooses the terms that tell articles apart, rarest first: at most eight, without words that stand in a tenth of all
 * articles and words that stand in none. When all words are common, the two rarest are kept. This bounds the work of a
 * search for any of many words: a list of hits is as long as its words are frequent.
 */
export function chooseRareTerms(database: IndexDatabase, terms: readonly SearchTerm[]): SearchTerm[] {
  const articleCount = firstRow<{ count: number }>(database, 'SELECT count(*) AS count FROM article')?.count ?? 0
  const known = terms
    .map((term) => ({ term, frequency: frequencyOf(database, term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
  const rare = known.filter(({ frequency }) => frequency <= Math.max(articleCount * COMMON_SHARE, 10))
  return (rare.length > 0 ? rare.slice(0, MAX_RARE_TERMS) : known.slice(0, 2)).map(({ term }) => term)
}

/** In how many articles a term can stand: as often as the rarest of the tokens that the tokenizer makes of it. */
function frequencyOf(database: IndexDatabase, { text }: SearchTerm): number {
  const counts = tokensOf(text).map(
    (token) => firstRow<{ doc: number }>(database, 'SELECT doc FROM articleTerm WHERE term = ?', [token])?.doc ?? 0,
  )
  return counts.length === 0 ? 0 : Math.min(...counts)
}

let tokenizer: Database.Database | undefined

/** The tokens of a text, stemmed as the index stems them: asked of the same tokenizer, in an empty table in memory. */
function tokensOf(text: string): string[] {
  if (!tokenizer) {
    tokenizer = new Database(':memory:')
    tokenizer.exec(`
      CREATE VIRTUAL TABLE sample USING fts5 (text, tokenize = 'porter unicode61');
      CREATE VIRTUAL TABLE token USING fts5vocab (sample, row);`)
  }
  run(tokenizer, 'INSERT INTO sample (text) VALUES (?)', [text])
  const tokens = allRows<{ term: string }>(tokenizer, 'SELECT term FROM token ORDER BY term').map((row) => row.term)
  run(tokenizer, 'DELETE FROM sample')
  return tokens
}
