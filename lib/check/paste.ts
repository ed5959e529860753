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

/** A list of installed updates that one tool made. */
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

/** A build or a file version. */
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
  readonly quote: string
}
