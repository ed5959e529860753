import { slugOf } from '@/lib/kb/numbers/slug'
import type { MentionedSignature } from '@/lib/kb/search/search-engine'
import { parseSearchQuery, productToWord, type SearchQuery } from '@/lib/kb/search/search-query'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listSignatureMatches } from '@/lib/kb-index/read/signature-matches'
import { isProductName, listProductIds } from '@/lib/kb-index/search/product-filter'

/** Reads a query with what the collection has: the longest known product, or a word for one that is not known. */
export function understandQuery(database: IndexDatabase, typed: SearchQuery): SearchQuery {
  const query = extendProduct(database, typed)
  const isUnknown = query.product !== undefined && listProductIds(database, query.product).length === 0
  return isUnknown ? productToWord(query) : query
}

/** The longest name of a product has so many words after its first one. */
const FOLLOWING_WORDS = /^(?:\s+[^\s":-][^\s":]*){1,4}/

/**
 * After `product:` the words that follow belong to the name if they are the name of a product, or end with a version that a
 * product has: `product:exchange 2007`, but not all of `product:exchange 5.5 mta`.
 */
function extendProduct(database: IndexDatabase, query: SearchQuery): SearchQuery {
  const { text, productText } = query
  if (productText === undefined || productText.includes('"')) return query
  const start = text.indexOf(productText)
  const rest = text.slice(start + productText.length)
  const following = FOLLOWING_WORDS.exec(rest)?.[0].match(/\s+\S+/g) ?? []
  for (let count = following.length; count > 0; count--) {
    const added = following.slice(0, count).join('')
    const name = productText.slice(productText.indexOf(':') + 1) + added
    const slug = slugOf(name)
    const endsWithVersion = /\d\S*$/.test(added) && listProductIds(database, slug).length > 0
    if (!endsWithVersion && !isProductName(database, slug)) continue
    const read = parseSearchQuery({ q: `${text.slice(0, start)}product:"${name}"${rest.slice(added.length)}` })
    const { product, number, namedNumber, words, phrases, preferred, excluded } = read
    return {
      ...query,
      text: read.text,
      product,
      productText: read.productText,
      number,
      namedNumber,
      words,
      phrases,
      preferred,
      excluded,
    }
  }
  return query
}

/** More codes do not make a search more exact. */
const MAX_SIGNATURES = 4

/** Lists the error codes, events and the like in a text, with the articles that mention them in any spelling. */
export function listMentionedSignatures(database: IndexDatabase, text: string): MentionedSignature[] {
  const whole = parseSignature(text)
  const found = whole
    ? [{ ...whole, text }]
    : findSignatures(text)
        .filter(({ kind }) => kind !== 'file' && kind !== 'version')
        .map((signature) => ({ ...signature, text: text.slice(signature.start, signature.end) }))
  const few = found.slice(0, MAX_SIGNATURES)
  if (few.length === 0) return []
  const ids = few.flatMap(({ id, broader }) => (broader === undefined ? id : [id, broader]))
  const matches = listSignatureMatches(database, ids)
  return few.flatMap(({ id, broader = id, text: written }) => {
    const match = matches.get(id) ?? matches.get(broader)
    return match ? [{ id: match.id, text: written, numbers: match.numbers }] : []
  })
}
