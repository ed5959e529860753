import { FIRST_KEY, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseNumberPrefix } from '@/lib/kb/search/number-prefix'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import {
  MAX_SUGGESTIONS,
  type ProductSuggestion,
  type Suggestion,
  type Suggestions,
} from '@/lib/kb/search/search-query'
import { foldText, listWrittenWords } from '@/lib/kb/search/terms'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows } from '@/lib/kb-index/file/rows'
import { inOrderOf, WITH_NUMBERS } from '@/lib/kb-index/read/search-articles'
import { getSignatureHint, listCodes } from '@/lib/kb-index/read/signatures'
import { SERIES_NAME_COLUMN } from '@/lib/kb-index/read/summaries'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'

const MAX_PRODUCTS = 2
/** Fewer letters begin too many names. */
const MIN_LENGTH = 3

/** Suggests what fits a text that is typed so far: the signature that it is, products, and articles by number or title. */
export async function suggestArticles(
  database: IndexDatabase,
  text: string,
  engine: SearchEngine<IndexDatabase> = sqliteEngine,
): Promise<Suggestions> {
  const typed = text.trim()
  const signature =
    typed.length < MIN_LENGTH ? undefined : (getSignatureHint(database, typed) ?? listCodes(database, typed)[0])
  const products = suggestProducts(database, typed)
  const { numbers, correctedText } = await findArticles(database, typed, engine)
  const room = MAX_SUGGESTIONS - products.length - (signature ? 1 : 0)
  return { correctedText, signature, products, articles: describeArticles(database, numbers.slice(0, room)) }
}

async function findArticles(database: IndexDatabase, typed: string, engine: SearchEngine<IndexDatabase>) {
  const digits = parseNumberPrefix(typed)
  const byNumber = digits === undefined ? [] : listNumbersWithPrefix(database, digits)
  return byNumber.length > 0 ? { numbers: byNumber, correctedText: undefined } : engine.suggest(database, typed)
}

/** Lists the first articles whose numbers begin with the digits, in the order of a search for these. */
function listNumbersWithPrefix(database: IndexDatabase, digits: string): KbNumber[] {
  const found: KbNumber[] = []
  for (let scale = 1; found.length < MAX_SUGGESTIONS && Number(digits) * scale < FIRST_KEY; scale *= 10) {
    const rows = allRows<{ number: KbNumber }>(
      database,
      'SELECT number FROM article WHERE number >= ? AND number < ? ORDER BY number LIMIT ?',
      [Number(digits) * scale, Math.min((Number(digits) + 1) * scale, FIRST_KEY), MAX_SUGGESTIONS - found.length],
    )
    found.push(...rows.map(({ number }) => number))
  }
  return found
}

function describeArticles(database: IndexDatabase, numbers: readonly KbNumber[]): Suggestion[] {
  const sql = `SELECT number, title, state, kind, provenance, ${SERIES_NAME_COLUMN} FROM article ${WITH_NUMBERS}`
  return inOrderOf(allRows<Suggestion>(database, sql, [JSON.stringify(numbers)]), numbers)
}

/** Lists the products whose names have the words, the last of which may be unfinished; the largest first. */
function suggestProducts(database: IndexDatabase, typed: string): ProductSuggestion[] {
  const words = listWrittenWords(typed)
  if (typed.length < MIN_LENGTH || words.length === 0) return []
  const wanted = words.map((word, index) => ` ${word}${index < words.length - 1 ? ' ' : ''}`)
  const { products, folded } = productsOf(database)
  const [longest = ''] = wanted.toSorted((a, b) => b.length - a.length)
  const found: ProductSuggestion[] = []
  // Most of what is typed is in no name, which one look at all of them tells.
  for (let at = folded.indexOf(longest); at >= 0 && found.length < MAX_PRODUCTS; ) {
    const end = folded.indexOf('\n', at)
    const name = folded.slice(folded.lastIndexOf('\n', at) + 1, end)
    const product = products.get(name)
    if (product && wanted.every((word) => name.includes(word))) found.push(product)
    at = folded.indexOf(longest, end)
  }
  return found
}

/** The products by their folded names, the largest first, and all of these names, one a line. */
const productsOf = perVersion((database) => {
  const rows = allRows<ProductSuggestion>(
    database,
    'SELECT slug, name, articleCount FROM family WHERE articleCount > 0 ORDER BY articleCount DESC, name',
  )
  const products = new Map<string, ProductSuggestion>()
  for (const product of rows) {
    const folded = ` ${listWrittenWords(foldText(product.name)).join(' ')} `
    if (!products.has(folded)) products.set(folded, product)
  }
  return { products, folded: [...products.keys()].map((name) => `${name}\n`).join('') }
})
