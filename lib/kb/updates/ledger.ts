import type { ArticleReference, ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type Release, releaseOfSlug } from '@/lib/kb/releases/release-names'
import type { Statement } from '@/lib/kb/statements/statement'

export interface Evidence {
  readonly statedBy: KbNumber
  /** Front matter may state something without a sentence. */
  readonly sentence?: string
  /** True if the sentence is in the article's text. */
  readonly isQuote: boolean
  /** The heading above the sentence. */
  readonly section?: string
}

/**
 * What follows from a statement that something is replaced. Nothing follows if it is `contradicted`, because it is part of a
 * cycle, or goes to another line (`other-line`).
 */
export type ReplacementState = 'replaced-by-known' | 'replaced-by-unknown' | 'partly' | 'contradicted' | 'other-line'

/** A statement that something is replaced, in the words of the API. */
export interface ReplacementEdge extends Evidence {
  readonly kind: 'supersedes'
  /** What replaces it, if that is stated. */
  readonly from?: KbNumber
  readonly to: KbNumber
  readonly state: ReplacementState
  /** The only section that is replaced. */
  readonly part?: string
}

/** Any other edge of the ledger. It ends at a release if it has no `to`. */
export interface LedgerEdge extends Evidence {
  readonly kind: 'fixes' | 'fixed-in' | 'requires' | 'mentions'
  readonly from: KbNumber
  readonly to?: KbNumber
  /** With the name and slug in the table of releases, or else the name as written. */
  readonly release?: { readonly name: string; readonly slug?: string }
}

export function toEvidence({ statedBy, sentence, origin, section }: EvidenceFields): Evidence {
  return { statedBy, sentence, isQuote: origin !== 'front-matter', section }
}

export type EvidenceFields = Pick<Statement, 'statedBy' | 'sentence' | 'origin' | 'section'>

export function statementToReplacement(statement: Statement, state: ReplacementState): ReplacementEdge {
  const { subject: from, object: to = statement.statedBy, part } = statement
  return { kind: 'supersedes', from, to, state, part, ...toEvidence(statement) }
}

/** Gives any other edge. A `fixed-in` edge leads from the problem to its fix. */
export function statementToEdge(statement: Statement, kind: 'fixes' | 'fixed-in' | 'requires'): LedgerEdge {
  const { subject, object, release, statedBy } = statement
  const [from = statedBy, to] = kind === 'fixed-in' ? [object, subject] : [subject, object]
  const known = release?.slug === undefined ? undefined : releaseOfSlug(release.slug)
  return {
    kind,
    from,
    to,
    release: release && { name: known?.name ?? release.name, slug: known?.slug },
    ...toEvidence(statement),
  }
}

/** The chain from an article to its current one, and everything that is stated about it. */
export interface SupersedenceLedger {
  readonly number: KbNumber
  readonly title: string
  readonly state: ArticleState
  /** Why it was withdrawn. */
  readonly withdrawn?: string
  /** What its statements are about. */
  readonly scope: { readonly line?: string; readonly products: readonly string[] }
  /** From this article to the current one, at most `MAX_CHAIN` articles. */
  readonly chain: readonly ArticleReference[]
  /** How many more articles the chain has. */
  readonly chainCut: number
  readonly currentArticle?: ArticleReference
  /** At most `MAX_EDGES` of each kind. */
  readonly edges: readonly (ReplacementEdge | LedgerEdge)[]
  /** How many there are in all. */
  readonly edgeCounts: Readonly<Record<(ReplacementEdge | LedgerEdge)['kind'], number>>
}

/** An update that fixes a problem. */
export interface FixedInUpdate extends ArticleReference {
  readonly evidence: readonly Evidence[]
  /** The next update in its line; it and all later ones are cumulative and contain the fix. */
  readonly containedIn?: ArticleSummary
}

/** A release that fixes a problem. */
export interface FixedInRelease {
  /** The name in the table of releases, or else as written, without a slug. */
  readonly name: string
  readonly slug?: string
  readonly evidence: readonly Evidence[]
  /** Only lists of fixes name it, while the problem's own article names another release of the product. */
  readonly isDisputed: boolean
}

export interface ReleaseSummary extends Release {
  readonly articleCount: number
}

export interface ReleaseEntry {
  readonly article: ArticleReference
  readonly evidence: readonly Evidence[]
}
