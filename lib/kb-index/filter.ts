import type { SearchQuery } from '@/lib/kb/search-query'

/** A part of a WHERE clause about the table `article`, with the values that are bound to it. */
export interface Condition {
  readonly condition: string
  readonly parameters: readonly (string | number)[]
}

/** The states that readers see as "superseded"; a partly superseded article still has parts that count. */
export const SUPERSEDED_STATES = `('superseded', 'superseded-by-unknown', 'withdrawn')`

/** The condition that every article fulfils. */
export const NO_CONDITION = 'TRUE'

/** Gives the condition of a query's product, state and kind. */
export function filterOf({ product, state, kind }: SearchQuery): Condition {
  const conditions = [NO_CONDITION]
  const parameters: string[] = []
  if (product !== undefined) {
    conditions.push(`article.number IN (SELECT articleProduct.number FROM articleProduct
      JOIN product ON product.id = articleProduct.productId WHERE product.slug = ?)`)
    parameters.push(product)
  }
  if (state === 'current' || state === 'superseded') {
    conditions.push(`article.state ${state === 'superseded' ? 'IN' : 'NOT IN'} ${SUPERSEDED_STATES}`)
  } else if (state !== undefined) {
    conditions.push('article.state = ?')
    parameters.push(state)
  }
  if (kind !== undefined) {
    conditions.push('article.kind = ?')
    parameters.push(kind)
  }
  return { condition: conditions.join(' AND '), parameters }
}
