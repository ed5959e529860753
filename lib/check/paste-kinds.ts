import type { CleanPaste } from './decode/clean-paste'
import { isStopScreen } from './logs/setup-log'
import type { NamedNumber, PastedBuild, PasteKind, UpdateInventory } from './paste'

/** What was found in a paste, by which its kinds are known. */
interface FoundInPaste {
  readonly inventories: readonly UpdateInventory[]
  readonly builds: readonly PastedBuild[]
  readonly named: readonly NamedNumber[]
  readonly serverCount: number
  readonly hasEvents: boolean
  readonly isLog: boolean
  readonly hasTags: boolean
  readonly clean: CleanPaste
}

/** Lists what a paste was made by. What was recognized in it decides, and only then what its characters look like. */
export function listKinds(text: string, found: FoundInPaste): PasteKind[] {
  const { inventories, builds, named, clean } = found
  const hasVersions = builds.some(
    ({ isAdminDisplayVersion, isLabelled, file }) => !isAdminDisplayVersion && (isLabelled || file !== undefined),
  )
  const kinds: (PasteKind | false)[] = [
    ...inventories.map(({ kind }) => kind),
    found.serverCount > 0 && 'exchange-servers',
    found.hasEvents && 'event-entry',
    hasVersions && !found.isLog && 'file-versions',
    found.isLog && 'setup-log',
    isStopScreen(text) && 'stop-screen',
    named.some(({ isAddress }) => isAddress) && 'links',
    found.hasTags && 'html',
  ]
  const known = [...new Set(kinds.filter((kind) => kind !== false))]
  // Where something was read, undecoded bytes are letters of an old code page.
  return clean.hasControls || (clean.hasUndecodedBytes && known.length === 0) ? [...known, 'binary'] : known
}

/** Tells whether a paste is about a problem: a list of what is installed says nothing about one, and neither do bytes. */
export function mayTellProblem(kinds: readonly PasteKind[]): boolean {
  if (kinds.includes('binary')) return false
  const isList = kinds.some((kind) => INVENTORY_KINDS.includes(kind))
  return !isList || kinds.includes('event-entry') || kinds.includes('setup-log')
}

const INVENTORY_KINDS: readonly PasteKind[] = [
  'systeminfo',
  'wmic-qfe',
  'get-hotfix',
  'packages',
  'number-list',
  'exchange-servers',
]
