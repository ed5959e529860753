import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { cleanPaste, htmlToText, isHtml } from './clean-paste'
import { parseExchangeServers } from './exchange-servers'
import { findExportedEvents } from './exported-events'
import { parseHotfixList } from './hotfix-list'
import { findNamedNumbers, parseNumberList } from './named-numbers'
import {
  type InstalledUpdate,
  MAX_ENTRIES,
  type NamedNumber,
  type PastedBuild,
  type PasteKind,
  type UpdateInventory,
} from './paste'
import { toProblemText } from './problem-text'
import { findProductNames } from './product-names'
import { quoteLine } from './quote-line'
import { findInstallerSignatures, isInstallerStep, isSetupLog, isStopScreen } from './setup-log'
import { parseSystemInfo } from './system-info'

/** A signature with the words of the paste around it. */
export interface QuotedSignature extends FoundSignature {
  readonly quote: string
}

/** What was recognised in a paste. Nothing in it is judged: that needs the collection. */
export interface Paste {
  /** The paste as it was read. */
  readonly text: string
  readonly isCut: boolean
  readonly kinds: readonly PasteKind[]
  readonly inventories: readonly UpdateInventory[]
  readonly installed: readonly InstalledUpdate[]
  /** Numbers that the text names outside of its inventories. */
  readonly named: readonly NamedNumber[]
  readonly builds: readonly PastedBuild[]
  /** Versions of servers that a table cut off. */
  readonly cutVersionCount: number
  /** Error codes, events, stop codes and what else identifies a problem, each once. */
  readonly signatures: readonly QuotedSignature[]
  readonly products: readonly string[]
  /** What the text says of a problem, for the search of similar articles; empty for inventories. */
  readonly problemText: string
}

/** Recognises what a pasted text is and what is in it. Any text is legal, and the work grows with its length only. */
export function parsePaste(raw: string): Paste {
  const { text, isCut, isBinary } = cleanPaste(raw)
  const hasTags = isHtml(text)
  const words = joinFieldNames(hasTags ? htmlToText(text) : text)
  const inventories = [...parseSystemInfo(words), ...parseHotfixList(words), ...asInventory(parseNumberList(words))]
  const installed = inventories.flatMap(({ updates }) => updates).slice(0, MAX_ENTRIES)
  // Addresses stand in the tags of a page.
  const named = findNamedNumbers(hasTags ? `${words}\n${text}` : text).filter(
    ({ number }) => !installed.some((update) => update.number === number),
  )
  const servers = parseExchangeServers(words)
  const { signatures, hasEvents, isLog } = findProblemSignatures(words)
  // Of a whole system the versions of its firmware and its Windows are no question.
  const isSystem = inventories.some(({ kind }) => kind === 'systeminfo')
  const versions = isSystem ? [] : findFileVersions(words, signatures, servers.builds)
  const kinds: (PasteKind | false)[] = [
    ...inventories.map(({ kind }) => kind),
    servers.builds.length + servers.cutCount > 0 && 'exchange-servers',
    hasEvents && 'event-entry',
    versions.length > 0 && !isLog && 'file-versions',
    isLog && 'setup-log',
    isStopScreen(words) && 'stop-screen',
    named.some(({ isAddress }) => isAddress) && 'links',
    hasTags && 'html',
    isBinary && 'binary',
  ]
  return {
    text,
    isCut,
    kinds: [...new Set(kinds.filter((kind) => kind !== false))],
    inventories,
    installed,
    named,
    builds: [...servers.builds, ...versions],
    cutVersionCount: servers.cutCount,
    signatures: quoteSignatures(words, signatures),
    products: findProductNames(words),
    problemText: inventories.length + servers.builds.length > 0 && !hasEvents && !isLog ? '' : toProblemText(words),
  }
}

function findProblemSignatures(text: string) {
  const entries = [...findSignatures(text), ...findExportedEvents(text)]
  const hasEvents = entries.some(({ kind }) => kind === 'event')
  const isLog = isSetupLog(text, { hasEvents })
  const ofLog = isLog ? findInstallerSignatures(text) : []
  const signatures = [...entries.filter((entry) => !isLog || !isInstallerStep(text, entry)), ...ofLog]
  return { signatures, hasEvents, isLog }
}

function asInventory(numbers: readonly NamedNumber[]): UpdateInventory[] {
  if (numbers.length === 0) return []
  return [{ kind: 'number-list', updates: numbers, otherEntries: [], listedCount: numbers.length }]
}

/** A re-wrapped entry may break the name of a field: `Event` and `ID: 11729` on the next line. */
function joinFieldNames(text: string): string {
  return text.replace(/\b(Event|Task|Log|Provider)[ \t]?\n[ \t]?(?=(?:ID|Source|Type|Category|Name)\b)/gi, '$1 ')
}

/** Versions that no server reported: alone, or beside the name of a file on the same line. */
function findFileVersions(
  text: string,
  signatures: readonly FoundSignature[],
  servers: readonly PastedBuild[],
): PastedBuild[] {
  const files = new Map(signatures.flatMap(({ version, label }) => (version === undefined ? [] : [[version, label]])))
  return signatures
    .filter(({ kind, id }) => kind === 'version' && !servers.some(({ build }) => build === id))
    .map(({ id, start, end }) => ({
      build: id,
      written: text.slice(start, end),
      file: files.get(id),
      isAdminDisplayVersion: false,
      quote: quoteLine(text, start, end - start),
    }))
}

/** Versions are told as builds; of the rest each is told once, where it stands first. */
function quoteSignatures(text: string, signatures: readonly FoundSignature[]): QuotedSignature[] {
  const byId = new Map<string, QuotedSignature>()
  for (const signature of signatures) {
    const { id, kind, start, end } = signature
    if (kind === 'version' || byId.has(id)) continue
    byId.set(id, { ...signature, quote: quoteLine(text, start, end - start) })
    if (byId.size === MAX_ENTRIES) break
  }
  return [...byId.values()].sort((one, other) => one.start - other.start)
}
