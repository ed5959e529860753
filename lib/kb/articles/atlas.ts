import type { ProductSummary } from './article'
import type { ArticleKind } from './article-kinds'

/** The collection by products and years, and by numbers. */
export interface Atlas {
  /** In ascending order; the years of the last review, or of the release where no review is known. */
  readonly years: readonly number[]
  /** All articles of each year, also those that name no product. */
  readonly totals: readonly number[]
  /** The largest families, the largest first. */
  readonly rows: readonly AtlasRow[]
  /** Articles without a year. */
  readonly undatedCount: number
  readonly kinds: readonly { readonly kind: ArticleKind; readonly count: number }[]
  readonly ranges: readonly NumberRange[]
}

export interface AtlasRow {
  readonly product: ProductSummary
  /** The articles of each year. */
  readonly counts: readonly number[]
}

/** Articles whose numbers lie between two round ones, both included. */
export interface NumberRange {
  readonly from: number
  readonly to: number
  readonly count: number
}
