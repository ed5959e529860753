import type { ArticleReference, ArticleState, ArticleSummary } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { BuildPlace, FileVersionMention } from '@/lib/kb/releases/build-lookup'
import type { ReplacementEdge } from '@/lib/kb/updates/ledger'
import type { PasteKind } from './paste'

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

/** Where one computer stands in one line of updates. Lines are independent: none says anything about another. */
export interface LineVerdict {
  readonly name: string
  readonly slug: string
  readonly host?: string
  /** The updates of the line that the paste lists, oldest first. */
  readonly installed: readonly ArticleSummary[]
  /** The last of these. */
  readonly newest: ArticleSummary
  /** The latest of the line that was not withdrawn. */
  readonly latest: ArticleSummary
  /** The updates between the two and the latest itself, oldest first; empty where nothing newer is known. */
  readonly way: readonly ArticleSummary[]
  /** The latest contains all before it, by the statements of the articles; else only the order of the line says so. */
  readonly isStated: boolean
  /** The number of articles about problems that the way fixes. */
  readonly fixCount: number
  /** What the article of the latest says that it needs. */
  readonly prerequisites: readonly string[]
  /** Other lines of the same product that the computer has updates of. Only the one of its service pack counts. */
  readonly rivals: readonly string[]
}

/** Where a build lies among the releases of a product, and the newest of the line that these belong to. */
export interface BuildStanding extends BuildPlace {
  readonly line?: { readonly name: string; readonly slug: string }
  readonly latest?: ArticleSummary
}

/** What is known of one build, and who reports it. */
export interface BuildVerdict {
  readonly build: string
  readonly file?: string
  readonly servers: readonly string[]
  /** The build is that of a service pack: which update rollup is installed cannot be told by it. */
  readonly isServicePackLevel: boolean
  readonly places: readonly BuildStanding[]
  /** Articles that name a newer copy of the file, the oldest first. */
  readonly newerFiles: readonly FileVersionMention[]
  /** Articles that name this version. */
  readonly sameVersion: readonly FileVersionMention[]
}

/** Why an article was found. */
export interface MatchReason {
  /** A signature, the number itself, or rare words of the text. */
  readonly kind: 'named' | 'signature' | 'words'
  /** In words: `Event 11306 (MsiInstaller)`. */
  readonly label: string
  /** The part of the paste that matches. */
  readonly quote: string
}

/** An article about the problem. */
export interface ArticleMatch {
  readonly article: ArticleSummary
  readonly reasons: readonly MatchReason[]
}

/** A signature that was recognised. */
export interface FoundSignature {
  readonly id: string
  readonly label: string
  readonly quote: string
  /** Other ways to write the same, such as the Win32 code inside an HRESULT. */
  readonly meanings: readonly string[]
  readonly articleCount: number
}

/** A list that the tool cut off. */
export interface CutInventory {
  readonly kind: PasteKind
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
  readonly updates: readonly UpdateVerdict[]
  readonly lines: readonly LineVerdict[]
  readonly builds: readonly BuildVerdict[]
  readonly signatures: readonly FoundSignature[]
  readonly articles: readonly ArticleMatch[]
}
