import type { ArticleSummary, PageOf } from '@/lib/kb/articles/article'
import type { BuildLookup, FileVersionMention } from '@/lib/kb/releases/build-lookup'
import type { SignatureKind } from './signatures/signature-kind'

/** What lists show about a signature. */
export interface SignatureSummary {
  readonly id: string
  readonly kind: SignatureKind
  readonly label: string
  /** Counts articles that mention it or a narrower one. */
  readonly articleCount: number
}

/** A signature with the same or nearly the same meaning. */
export interface RelatedSignature extends SignatureSummary {
  /** A sentence: `The Windows error inside the code.` */
  readonly reason: string
}

/** An article that mentions a signature, with the sentence or line. */
export interface SignatureArticle extends ArticleSummary {
  readonly context: string
}

/** Signatures of one kind, those that most articles mention first. */
export interface SignaturesOfKind {
  readonly kind: SignatureKind
  readonly signatures: PageOf<SignatureSummary>
}

/** Everything that the page of a signature shows. */
export interface SignaturePage extends SignatureSummary {
  /** Such as `ERROR_INSTALL_FAILURE`. */
  readonly names: readonly string[]
  /** Such as `-2147023293`. */
  readonly spellings: readonly string[]
  /** A sentence. */
  readonly meaning?: string
  readonly broader?: SignatureSummary
  /** The sources of an event, the longer ids of a code; those with most articles first. */
  readonly narrower: readonly SignatureSummary[]
  readonly related: readonly RelatedSignature[]
  readonly articles: PageOf<SignatureArticle>
  /** For a version. */
  readonly build?: BuildLookup
  /** For a file: its versions, newest first. */
  readonly versions: readonly FileVersionMention[]
}
