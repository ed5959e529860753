import type { ProductSuggestion } from '@/lib/kb/search/search-query'
import { listSynonyms } from '@/lib/kb/search/synonyms'
import { listWordTerms, listWrittenWords } from '@/lib/kb/search/terms'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows } from '@/lib/kb-index/file/rows'
import type { SearchIndex } from './search-index'

/** The longest name that is recognized in a text. */
const MAX_NAME_WORDS = 5
/** More names are a list of products, and no question about one. */
const MAX_NAMED = 2
/** A word that many other articles have as well, such as `word` or `access`, names no product by itself. */
const MIN_SHARE = 0.5

/** Finds the products that a text names, such as `windows 95` in `printing in windows 95`, longest names first. */
export function findNamedProducts(index: SearchIndex, text: string): readonly ProductSuggestion[] {
  const names = namesOf(index.database)
  const words = listWrittenWords(text)
  const taken = new Set<number>()
  const found = new Map<string, ProductSuggestion>()
  for (let length = Math.min(MAX_NAME_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const places = Array.from({ length }, (_, offset) => start + offset)
      if (places.some((place) => taken.has(place))) continue
      const product = findProduct(index, names, words.slice(start, start + length).join(' '))
      if (!product) continue
      for (const place of places) taken.add(place)
      found.set(product.slug, product)
    }
  }
  return [...found.values()].slice(0, MAX_NAMED)
}

function findProduct(index: SearchIndex, names: ReadonlyMap<string, ProductSuggestion>, written: string) {
  const terms = listWordTerms(written)
  const others = listSynonyms(terms).filter(({ isName }) => isName)
  for (const name of [written, ...others.map(({ text }) => listWrittenWords(text).join(' '))]) {
    const product = names.get(name)
    if (!product) continue
    const isClear = terms.length > 1 || index.countArticlesWith(terms[0] ?? '') * MIN_SHARE <= product.articleCount
    if (isClear) return product
  }
  return undefined
}

/** Families and their versions by their names, and versions without a last `.0` as well. */
const namesOf = perVersion((database): ReadonlyMap<string, ProductSuggestion> => {
  const rows = allRows<ProductSuggestion>(
    database,
    'SELECT slug, name, articleCount FROM family WHERE articleCount > 0 ORDER BY articleCount, name DESC',
  )
  const names = new Map<string, ProductSuggestion>()
  const entries = rows.map((product) => [listWrittenWords(product.name).join(' '), product] as const)
  for (const [name, product] of entries) if (/ \d+ 0$/.test(name)) names.set(name.slice(0, -2), product)
  for (const [name, product] of entries) names.set(name, product)
  return names
})
