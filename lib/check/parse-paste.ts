import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { findExchangeServers } from './builds/exchange-servers'
import { findBuilds } from './builds/find-builds'
import { RecordHosts } from './builds/record-hosts'
import { isOfServer, listComputers } from './computers'
import { cleanPaste } from './decode/clean-paste'
import { htmlToText, isHtml } from './decode/html-text'
import { findExportedEvents } from './events/find-events'
import { findHeadedLists, type HeadedList } from './lists/headed-list'
import { parseHeadlessRows } from './lists/headless-rows'
import { parseHotfixLists } from './lists/hotfix-list'
import { parseNamedRows, parseNumberLists } from './lists/number-list'
import { parsePackageLists } from './lists/package-list'
import { parseSystemInfo } from './lists/system-info'
import { statesOther } from './lists/update-entries'
import { parseUpdateHistory } from './lists/update-history'
import { findWideStatuses } from './logs/crash-parameters'
import { findInstallerSignatures, isInstallerStep, isSetupLog } from './logs/setup-log'
import { findNamedNumbers } from './named-numbers'
import {
  MAX_ENTRIES,
  type NamedNumber,
  type PastedBuild,
  type PastedComputer,
  type PasteKind,
  type UpdateInventory,
} from './paste'
import { listKinds, mayTellProblem } from './paste-kinds'
import { toProblemText } from './problem-text'
import { findProductNames } from './product-names'
import { quoteLine } from './quote-line'
import { findRecordLists } from './records/find-records'
import { isBlank, type Line, lineIndexAt, splitLines } from './records/lines'
import type { RecordList } from './records/record'
import { listUnread, type UnreadPart } from './unread'

/** Two finds of one number that are nearer belong to one entry. */
const SAME_ENTRY = 40
/** A list that ends nearer to the bound may go on behind it. */
const NEAR_BOUND = 400

/** A signature with the words of the paste around it. */
export interface QuotedSignature extends FoundSignature {
  readonly quote: string
}

/** What was recognized in a paste. Nothing in it is judged: that needs the collection. */
export interface Paste {
  /** The paste as it was read. */
  readonly text: string
  /** The same without the tags of a page. */
  readonly words: string
  readonly isCut: boolean
  readonly kinds: readonly PasteKind[]
  readonly inventories: readonly UpdateInventory[]
  /** The computers that the paste has evidence of, each with its lists and its builds. */
  readonly computers: readonly PastedComputer[]
  /** Computers beyond the bound of what is judged count as well. */
  readonly computerCount: number
  /** Numbers that the text names outside of its inventories. */
  readonly named: readonly NamedNumber[]
  readonly builds: readonly PastedBuild[]
  /** Versions of servers that a table cut off. */
  readonly cutVersionCount: number
  /** Error codes, events, stop codes and what else identifies a problem, each once. */
  readonly signatures: readonly QuotedSignature[]
  readonly products: readonly string[]
  /** Lists whose form was recognized and whose content was not. */
  readonly unread: readonly UnreadPart[]
  /** What the text says of a problem, for the search of similar articles; empty for inventories. */
  readonly problemText: string
}

/** Recognizes what a pasted text is and what is in it. Any text is legal, and the work grows with its length only. */
export function parsePaste(raw: string): Paste {
  const clean = cleanPaste(raw)
  const hasTags = isHtml(clean.text)
  const words = joinFieldNames(hasTags ? htmlToText(clean.text) : clean.text)
  const lines = splitLines(words)
  const numberLists = parseNumberLists(lines)
  const headed = numberLists.length > 0 ? [] : findHeadedLists(words, lines)
  const lists = numberLists.length > 0 ? [] : findRecordLists(words, headed)
  const ofNumbers = [...numberLists, ...headed.map(({ inventory }) => inventory)]
  const whole = markLeftOut(parseInventories(words, lines, { lists, ofNumbers }), lines)
  const inventories = markCutOff(whole, clean.isCut ? words.length : undefined)
  const hosts = new RecordHosts(lists, lines)
  const servers = findExchangeServers(words, hosts)
  const problem = findProblemSignatures(words, lines, lists)
  const builds = [...servers.builds, ...findOtherBuilds(words, hosts, { inventories, servers: servers.builds })]
  const listed = new Set(inventories.flatMap(({ updates }) => updates.map(({ number }) => number)))
  // Addresses stand in the tags of a page.
  const named = findNamedNumbers(hasTags ? `${words}\n${clean.text}` : words).filter(
    ({ number }) => !listed.has(number),
  )
  const found = { inventories, builds, named, ...problem }
  const kinds = listKinds(words, { ...found, serverCount: servers.builds.length + servers.cutCount, clean, hasTags })
  return {
    text: clean.text,
    words,
    isCut: clean.isCut,
    kinds,
    inventories,
    ...listComputers(inventories, builds),
    named,
    builds,
    cutVersionCount: servers.cutCount,
    signatures: quoteSignatures(words, problem.signatures),
    products: findProductNames(words),
    unread: listUnread(words, lists, [...inventories, ...builds, ...problem.signatures]),
    problemText: headed.length > 0 || mayTellProblem(kinds) ? toProblemText(withoutLists(words, headed)) : '',
  }
}

function parseInventories(
  text: string,
  lines: readonly Line[],
  { lists, ofNumbers }: { lists: readonly RecordList[]; ofNumbers: readonly UpdateInventory[] },
): UpdateInventory[] {
  const printed = [
    ...parseSystemInfo(text),
    ...parseHotfixLists(text, lists, lines),
    ...parsePackageLists(text, lists, lines),
    ...ofNumbers,
    ...parseUpdateHistory(text, lines),
  ]
  const rows = printed.length > 0 ? printed : parseHeadlessRows(text, lines)
  const inventories = (rows.length > 0 ? rows : parseNamedRows(lines)).sort((one, other) => one.start - other.start)
  let room = MAX_ENTRIES
  return inventories.map((inventory) => {
    const updates = inventory.updates.slice(0, room)
    room -= updates.length
    return { ...inventory, updates }
  })
}

/** What people write beside a list of theirs tells the problem. */
function withoutLists(text: string, lists: readonly HeadedList[]): string {
  return lists.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** The last line of a list, or the next below it, says how many more there are. */
function markLeftOut(inventories: readonly UpdateInventory[], lines: readonly Line[]): readonly UpdateInventory[] {
  return inventories.map((inventory) => {
    const last = lineIndexAt(lines, inventory.end)
    const below = lines.slice(last + 1).find(({ text }) => !isBlank(text))
    const isLeftOut = [lines[last], below].some((line) => line && statesOther(line.text, inventory.listedCount))
    return inventory.cut === undefined && isLeftOut ? { ...inventory, cut: 'ends-early' } : inventory
  })
}

/** The bound of this check cuts off the list that stands at it. */
function markCutOff(inventories: readonly UpdateInventory[], bound: number | undefined): readonly UpdateInventory[] {
  if (bound === undefined) return inventories
  return inventories.map((inventory) =>
    inventory.cut === undefined && bound - inventory.end < NEAR_BOUND ? { ...inventory, cut: 'ends-early' } : inventory,
  )
}

/** Versions that no server reported. Of a whole system those of its firmware and its Windows are not asked for. */
function findOtherBuilds(
  text: string,
  hosts: RecordHosts,
  found: { inventories: readonly UpdateInventory[]; servers: readonly PastedBuild[] },
): PastedBuild[] {
  const isSystem = found.inventories.some(({ kind }) => kind === 'systeminfo')
  const known = new Set(found.servers.map(({ build }) => build))
  return findBuilds(text, hosts).filter(
    (build) => !known.has(build.build) && (!isSystem || isOfServer(build) || /\bExchange\b/.test(build.context)),
  )
}

function findProblemSignatures(text: string, lines: readonly Line[], lists: readonly RecordList[]) {
  const named = findSignatures(text)
  const entries = withoutWider([
    ...named,
    ...findExportedEvents(text, lines, lists).filter((event) => !isNamedOtherwise(event, named)),
    ...findWideStatuses(text),
  ])
  const hasEvents = entries.some(({ kind }) => kind === 'event')
  const isLog = isSetupLog(text, { hasEvents })
  const ofLog = isLog ? findInstallerSignatures(text) : []
  const signatures = [...entries.filter((entry) => !isLog || !isInstallerStep(text, entry)), ...ofLog]
  return { signatures, hasEvents, isLog }
}

/** The words of a field name the source of this entry: what its place tells counts only where nothing does. */
function isNamedOtherwise({ id, broader, start }: FoundSignature, named: readonly FoundSignature[]): boolean {
  return named.some(
    (other) =>
      broader !== undefined &&
      other.broader === broader &&
      other.id !== id &&
      Math.abs(other.start - start) < SAME_ENTRY,
  )
}

/** An event whose source is known is not an event of any source as well. */
function withoutWider(entries: readonly FoundSignature[]): FoundSignature[] {
  const wider = new Set(
    entries.flatMap(({ kind, broader }) => (kind === 'event' && broader !== undefined ? [broader] : [])),
  )
  return entries.filter(({ id }) => !wider.has(id))
}

/** A re-wrapped entry may break the name of a field: `Event` and `ID: 11729` on the next line. */
function joinFieldNames(text: string): string {
  return text.replace(/\b(Event|Task|Log|Provider)[ \t]?\n[ \t]?(?=(?:ID|Source|Type|Category|Name)\b)/gi, '$1 ')
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
