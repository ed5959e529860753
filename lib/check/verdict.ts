import type { ArticleReference, ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { BuildPlace, FileVersionMention } from '@/lib/kb/releases/build-lookup'
import type { SnippetPart } from '@/lib/kb/search/search-query'
import type { ReplacementEdge } from '@/lib/kb/updates/ledger'
import type { ProductLines } from '@/lib/kb/updates/product-lines'
import type { Series } from '@/lib/kb/updates/series'
import type { NewerForProduct } from '@/lib/kb/updates/succession'
import type { LineStanding } from './judge-line'
import type { CutReason, PasteKind } from './paste'
import type { Sides } from './side-by-side'
import type { UnreadPart } from './unread'

/** How an update of a paste stands. `unknown`: the collection does not have it, and nothing is claimed of it. */
export type UpdateStanding = ArticleState | 'unknown'

/** What is known of one update that a paste lists as installed, or names. */
export interface UpdateVerdict {
  readonly number: KbNumber
  readonly state: UpdateStanding
  /** False for an update that the text only names. */
  readonly isInstalled: boolean
  readonly quote: string
  readonly article: ArticleReference
  /** What replaces it, the nearest first. */
  readonly supersededBy: readonly ArticleReference[]
  /** The latest update of its line, or the end of its chain; it may be the update itself. */
  readonly latest?: ArticleReference
  /** Why it, or a version of it, was withdrawn. */
  readonly withdrawn?: string
  /** What is stated of its replacement, with the sentences. */
  readonly evidence: readonly ReplacementEdge[]
}

/**
 * Why the latest of a line may not be the latest for the computer: its list was cut off, it may be the list of two computers, it
 * has updates of several lines and no build that tells which counts, its build tells that another line counts, or its evidence
 * disagrees.
 */
export type Doubt = 'cut-list' | 'several-computers' | 'several-lines' | 'other-line' | 'contradiction'

/** Where one computer stands in one line of updates. Lines are independent: none says anything about another. */
export interface LineVerdict extends LineStanding {
  readonly name: string
  readonly slug: string
  /** The computer, as `PastedComputer` counts them. */
  readonly list: number
  readonly host?: string
  /** What the article of the latest says that it needs. */
  readonly prerequisites: readonly string[]
  /** Other lines of the same product that the computer has updates of. Only the one of its service pack counts. */
  readonly rivals: readonly string[]
  /** A build of the computer tells that this line counts. */
  readonly isProven: boolean
  /** The series as its file describes it, where there is one. */
  readonly series?: Series
  /** A later series of the product has begun: the latest of this one is not the latest for the product. */
  readonly newerForProduct?: NewerForProduct
  readonly doubts: readonly Doubt[]
}

/**
 * How a build stands among the releases of a product: an older one, the newest of its line, a release of which nothing more is
 * known here, or newer than every release that is known here.
 */
export type BuildState = 'superseded' | 'latest' | 'named' | 'beyond'

/** Where a build lies among the releases of a product, and the newest of the line that these belong to. */
export interface BuildStanding extends BuildPlace {
  readonly state: BuildState
  readonly line?: { readonly name: string; readonly slug: string; readonly series?: Series }
  readonly latest?: ArticleSummary
  /** The line has ended, and this is newer. */
  readonly newerForProduct?: NewerForProduct
}

/** Evidence of one computer that does not go together. */
export interface Contradiction {
  /** What the build tells: the release and the build. */
  readonly release: string
  readonly build: string
  /** The update that does not fit. */
  readonly update: ArticleSummary
  readonly lineName: string
}

/** One computer of the paste, with everything that the paste tells of it. */
export interface ComputerVerdict {
  readonly list: number
  readonly host?: string
  readonly kinds: readonly PasteKind[]
  readonly builds: readonly string[]
  /** The line of updates that counts for it, where a build tells which. */
  readonly provenLine?: string
  readonly contradictions: readonly Contradiction[]
}

/** What only the reader can tell. */
export type Question =
  | { readonly kind: 'which-computer'; readonly list: number; readonly hosts: readonly string[] }
  | { readonly kind: 'one-or-several'; readonly list: number; readonly host?: string }
  | { readonly kind: 'which-line'; readonly list: number; readonly host?: string; readonly lines: readonly string[] }

/** What is known of one build, and who reports it. */
export interface BuildVerdict {
  readonly build: string
  readonly file?: string
  readonly servers: readonly string[]
  /** The build is that of a service pack: which update rollup is installed cannot be told by it. */
  readonly isServicePackLevel: boolean
  readonly places: readonly BuildStanding[]
  /** The text names it as a goal, a requirement or the like: what is known of the release is no verdict on a computer. */
  readonly isOnlyNamed: boolean
  /** Articles that name a newer copy of the file, the oldest first. */
  readonly newerFiles: readonly FileVersionMention[]
  /** Articles that name this version. */
  readonly sameVersion: readonly FileVersionMention[]
}

/** Why an article was found. */
export interface MatchReason {
  /** A signature, the number itself, or words in a row. */
  readonly kind: 'named' | 'signature' | 'words'
  /** In words: `Event 11306 (MsiInstaller)`. */
  readonly label: string
  /** The sentence of the article, with the match marked. Empty where the text names the article itself. */
  readonly quote: readonly SnippetPart[]
}

/** An article about the problem. */
export interface ArticleMatch {
  readonly article: ArticleSummary
  /** The first update that fixes the problem, if one is known. */
  readonly fixedIn?: ArticleSummary
  readonly reasons: readonly MatchReason[]
  /** Its lines beside those of the paste, for the best match. */
  readonly sides?: Sides
}

/** A signature that was recognized. */
export interface FoundSignature {
  readonly id: string
  readonly label: string
  readonly quote: string
  /** Other ways to write the same, such as the Win32 code inside an HRESULT. */
  readonly meanings: readonly string[]
  readonly articleCount: number
}

/** A list that does not hold everything. */
export interface CutInventory {
  readonly kind: PasteKind
  readonly reason: CutReason | 'cut-versions'
  readonly host?: string
  readonly statedCount?: number
  readonly listedCount: number
}

/** Everything that can be said of a paste. */
export interface PasteVerdict {
  readonly text: string
  readonly isCut: boolean
  readonly kinds: readonly PasteKind[]
  readonly products: readonly string[]
  readonly cutInventories: readonly CutInventory[]
  /** Entries of inventories that name no article, such as `File 1`. */
  readonly otherEntries: readonly string[]
  readonly unread: readonly UnreadPart[]
  readonly computers: readonly ComputerVerdict[]
  /** The computers of the paste; more than there are verdicts where there are too many. */
  readonly computerCount: number
  readonly questions: readonly Question[]
  readonly updates: readonly UpdateVerdict[]
  readonly lines: readonly LineVerdict[]
  /** Where the paste is about one computer: the map of its product, and the update that it has. */
  readonly map?: { readonly product: ProductLines; readonly here: KbNumber }
  readonly builds: readonly BuildVerdict[]
  readonly signatures: readonly FoundSignature[]
  readonly articles: readonly ArticleMatch[]
}

/** Tells whether nothing newer than what is installed is known, for the line and for the product, and nothing speaks against it. */
export function isAllClear({ way, doubts, newerForProduct }: LineVerdict): boolean {
  return way.length === 0 && doubts.length === 0 && newerForProduct === undefined
}
