import type { KbNumber } from '@/lib/kb/numbers/kb-number'

/** The name of the form's field. */
export const PASTE_FIELD = 'text'

/** Longer pastes are cut: a log of this size holds what matters, and each character costs work. */
export const MAX_PASTE_LENGTH = 65_536

/** More entries of one sort are left out, and the verdict says so: a system has some hundreds of updates at most. */
export const MAX_ENTRIES = 1000

/** What a paste, or a part of it, was made by. */
export type PasteKind =
  | 'systeminfo'
  | 'wmic-qfe'
  | 'get-hotfix'
  | 'packages'
  | 'number-list'
  | 'exchange-servers'
  | 'file-versions'
  | 'event-entry'
  | 'setup-log'
  | 'stop-screen'
  | 'links'
  | 'html'
  | 'binary'

/** An update that an inventory lists as installed. */
export interface InstalledUpdate {
  readonly number: KbNumber
  /** The computer on which it is installed, where the inventory says so. */
  readonly host?: string
  /** Digits without KB or Q count only where the collection has the number. */
  readonly isBare?: boolean
  readonly quote: string
}

/** Why a list does not hold everything that the tool had to say. */
export type CutReason = 'fewer-than-stated' | 'begins-late' | 'ends-early' | 'has-gaps' | 'empty'

/** A list of installed updates that one tool made on one computer. */
export interface UpdateInventory {
  readonly kind: PasteKind
  readonly host?: string
  readonly updates: readonly InstalledUpdate[]
  /** Entries that name no article, such as `File 1`. */
  readonly otherEntries: readonly string[]
  /** How many updates the tool says that there are. */
  readonly statedCount?: number
  /** The number of entries that the paste holds. */
  readonly listedCount: number
  readonly cut?: CutReason
  /** An update is listed twice, or the command asked several computers: it may be the list of more than one. */
  readonly mayBeSeveral?: boolean
  /** Neither a header nor the names of its records frame it: where two such lists follow each other, nothing stands between. */
  readonly isUnframed?: boolean
  readonly start: number
  readonly end: number
}

/** A number that a text names, in any spelling or address. */
export interface NamedNumber {
  readonly number: KbNumber
  /** Digits without KB or Q may be anything: such a number counts only where the collection has it. */
  readonly isBare: boolean
  /** The text names it by the address of its page. */
  readonly isAddress: boolean
  readonly quote: string
}

/** A dotted number that may be a build or the version of a file. Only the releases of the collection can tell. */
export interface PastedBuild {
  /** Its parts without leading zeros, such as `8.0.685.24`. */
  readonly build: string
  /** As the paste spells it. */
  readonly written: string
  /** The server that reports it. */
  readonly server?: string
  /** The file whose version it is. */
  readonly file?: string
  /** True for what Exchange calls AdminDisplayVersion, which names the service pack and not the rollup. */
  readonly isAdminDisplayVersion: boolean
  /** A word, a field or a heading says that it is a version, or the paste holds nothing else. */
  readonly isLabelled: boolean
  /** It looks like a date, a size, a telephone number or an address, and no release is known to have it. */
  readonly isDoubtful: boolean
  /** The name of its field or column, where that names the product. */
  readonly label?: string
  /** The text names it as a goal, a requirement, a thing of the past or the version of a package, and not as what runs. */
  readonly isOnlyNamed: boolean
  /** Its record names the program or the device that has it. */
  readonly isOfNamedThing: boolean
  /** What stands beside it, on its line or in its record: it may name the product. */
  readonly context: string
  readonly quote: string
  readonly start: number
}

/** What is known of one computer from everything that the paste says about it. */
export interface PastedComputer {
  /** Counted from 1 in reading order. It tells computers without a name apart. */
  readonly list: number
  readonly host?: string
  readonly inventories: readonly UpdateInventory[]
  readonly builds: readonly PastedBuild[]
}
