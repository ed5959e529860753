import type { ArticleSummary, PageOf } from '@/lib/kb/articles/article'
import type { BuildLookup, FileVersionMention } from '@/lib/kb/releases/build-lookup'
import type { SignatureKind } from './signature-kind'

/** What a list needs of a signature. */
export interface SignatureSummary {
  readonly id: string
  readonly kind: SignatureKind
  readonly label: string
  /** Articles that mention it, or a narrower one. */
  readonly articleCount: number
}

/** A signature that means the same or nearly so, and why. */
export interface RelatedSignature extends SignatureSummary {
  /** A sentence: `The low half of the code is this Windows error.` */
  readonly reason: string
}

/** An article that mentions a signature, with the sentence or line that does. */
export interface SignatureArticle extends ArticleSummary {
  readonly context: string
}

/** All signatures of one kind, or the most mentioned. */
export interface SignaturesOfKind {
  readonly kind: SignatureKind
  readonly signatures: PageOf<SignatureSummary>
}

/** Everything that the page of a signature shows. */
export interface SignaturePage extends SignatureSummary {
  /** Public names: `ERROR_INSTALL_FAILURE`. */
  readonly names: readonly string[]
  /** Other ways to write it: `-2147023293`. */
  readonly spellings: readonly string[]
  /** What its form says, in a sentence. */
  readonly meaning?: string
  readonly broader?: SignatureSummary
  /** An event's sources, a code's longer ids; those with most articles first. */
  readonly narrower: readonly SignatureSummary[]
  readonly related: readonly RelatedSignature[]
  readonly articles: PageOf<SignatureArticle>
  /** Of a version: where it lies. */
  readonly build?: BuildLookup
  /** Of a file: its versions, the newest first. */
  readonly versions: readonly FileVersionMention[]
}
