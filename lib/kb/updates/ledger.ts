import type { ArticleReference, ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { type Release, releaseOfSlug } from '@/lib/kb/releases/release-names'
import type { Statement } from '@/lib/kb/statements/statement'

/** Who states an edge, in which words and where. */
export interface Evidence {
  readonly statedBy: KbNumber
  /** The words that say so; a statement of front matter may have none. */
  readonly sentence?: string
  /** True for words of the article's text, false for what its front matter says about it. */
  readonly isQuote: boolean
  /** The heading above the sentence. */
  readonly section?: string
}

/**
 * What a statement of supersedence amounts to. `contradicted`: it is part of a cycle, and is not followed. `other-line`: it
 * goes from one line of updates to another, and is not followed either.
 */
export type ReplacementState = 'replaced-by-known' | 'replaced-by-unknown' | 'partly' | 'contradicted' | 'other-line'

/** One article's word that something replaces an older one, or a part of it. */
export interface ReplacementEdge extends Evidence {
  readonly kind: 'supersedes'
  /** What replaces; not always said. */
  readonly from?: KbNumber
  /** What is replaced. */
  readonly to: KbNumber
  readonly state: ReplacementState
  /** The section of the older article that alone is replaced. */
  readonly part?: string
}

/** Any other edge of the ledger. `release` is there instead of `to` where a release is named. */
export interface LedgerEdge extends Evidence {
  readonly kind: 'fixes' | 'fixed-in' | 'requires' | 'mentions'
  readonly from: KbNumber
  readonly to?: KbNumber
  /** As written, and with its address where the table of releases knows it. */
  readonly release?: { readonly name: string; readonly slug?: string }
}

/** Gives who states something, in which words and where. */
export function toEvidence({ statedBy, sentence, origin, section }: EvidenceFields): Evidence {
  return { statedBy, sentence, isQuote: origin !== 'front-matter', section }
}

export type EvidenceFields = Pick<Statement, 'statedBy' | 'sentence' | 'origin' | 'section'>

/** Gives the edge of a statement that something is replaced; an article that names no other end speaks of itself. */
export function statementToReplacement(statement: Statement, state: ReplacementState): ReplacementEdge {
  const { subject: from, object: to = statement.statedBy, part } = statement
  return { kind: 'supersedes', from, to, state, part, ...toEvidence(statement) }
}

/** Gives the edge of any other statement. A problem that is `fixed-in` an update or a release is where the edge starts. */
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

/** Everything that is stated about an article and the chain that leads to its current one. */
export interface SupersedenceLedger {
  readonly number: KbNumber
  readonly title: string
  readonly state: ArticleState
  /** Why it was withdrawn. */
  readonly withdrawn?: string
  /** The line of updates and the products that its own statements are about. */
  readonly scope: { readonly line?: string; readonly products: readonly string[] }
  /** From this article to the current one, in steps; at most `MAX_CHAIN`. */
  readonly chain: readonly ArticleReference[]
  /** How many articles of the chain are left out before the current one. */
  readonly chainCut: number
  readonly currentArticle?: ArticleReference
  /** Those of the chain first; at most `MAX_EDGES` of each kind. */
  readonly edges: readonly (ReplacementEdge | LedgerEdge)[]
  /** How many edges there are of each kind. */
  readonly edgeCounts: Readonly<Record<(ReplacementEdge | LedgerEdge)['kind'], number>>
}

/** An update that contains the fix of a problem, and why that is known. */
export interface FixedInUpdate extends ArticleReference {
  readonly evidence: readonly Evidence[]
  /** The update that follows in its line: it and all later ones are cumulative, and contain the fix as well. */
  readonly containedIn?: ArticleSummary
}

/** A release that fixes a problem. */
export interface FixedInRelease {
  /** As written; with an address where the table of releases knows it. */
  readonly name: string
  readonly slug?: string
  readonly evidence: readonly Evidence[]
  /** A list of fixes names it, and the problem's own article names another release of the same product. */
  readonly isDisputed: boolean
}

/** A release with the articles that it fixes. */
export interface ReleaseSummary extends Release {
  readonly articleCount: number
}

/** An article that a release fixes. */
export interface ReleaseEntry {
  readonly article: ArticleReference
  readonly evidence: readonly Evidence[]
}
