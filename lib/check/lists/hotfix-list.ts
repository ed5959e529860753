import type { CutReason, PasteKind, UpdateInventory } from '@/lib/check/paste'
import type { Line } from '@/lib/check/records/lines'
import { firstValue, isInstalledField, type PastedRecord, type RecordList } from '@/lib/check/records/record'
import { findHeading, HOST_FIELDS, type ListHeading, parseCertainHost, parseHost } from './host-names'
import { saysOther } from './installed-words'
import { saysNot } from './not-installed'
import { isDescription } from './plain-words'
import { isCutLine, parseUpdate, UpdateEntries } from './update-entries'

/** The columns and fields that hold an installed update: of wmic and Get-HotFix in every language, and of PsInfo. */
const TOOL_FIELDS = ['hotfixid', 'oshotfix']
/** Those of lists that people make, of which every value has to be one update or several. */
const OWN_FIELDS = ['hotfixes', 'hotfixids', 'patches', 'hotfix']
const STATE_FIELDS = [
  'installed',
  'isinstalled',
  'status',
  'statut',
  'статус',
  '状态',
  '状態',
  'state',
  'installstate',
  'installationstate',
  'zustand',
  'état',
  'etat',
  'estado',
  'stato',
]
/** What such a column says of updates that are installed, or when they were. Of what it says otherwise nothing is concluded. */
const INSTALLED =
  /^(?:(?:inst|geïnst|zainst|telep|установ|succe|erfolg|réuss|appli|compl|deploy|commit)\S*|ok|yes|y|ja|j|oui|sí|si|s|sim|true|x|✓|✔|да|present|current|done|已安装|已安裝|インストール済み|설치됨|(?!0$)\d.*)(?:\s|$)/iu
/** In a list of updates `Source` is the computer. */
const NAMES_OF_HOST = [...HOST_FIELDS, 'source']
/** The form of an update in a row whose columns are uncertain. An address is longer than a word. */
const WORD = /(?:^|\s)((?:KB|Q)\d{5,7}(?:-v\d+)?|File \d+)(?=\s|$)/i

/**
 * Lists the updates that `wmic qfe` and `Get-HotFix` print in whatever form: table, list, CSV, JSON, XML. All have in common that
 * they name the column or the field `HotFixID`. Each computer that a list names is an inventory of its own, and so is what a
 * list has without a name.
 */
export function parseHotfixLists(
  text: string,
  lists: readonly RecordList[],
  lines: readonly Line[],
): UpdateInventory[] {
  return lists.filter(isHotfixList).flatMap((list) => {
    const heading = findHeading(lines, list.start)
    const isOther = [heading.line ?? '', ownHeading(text, list)].some(saysOther) && !tellsInstallation(list)
    return isOther ? [] : parseHotfixList(text, list, heading)
  })
}

/** A field without a value above all others, or the header of a list that people made, may say what its updates are. */
function ownHeading(text: string, list: RecordList): string {
  const [line = ''] = text.slice(list.start, list.end).split('\n', 1)
  const isHeading = list.form === 'fields' ? /[:=]\s*$/.test(line) : list.form === 'table' && !isOfTool(list)
  return isHeading && !list.names.some(isInstalledField) ? line : ''
}

/** It says when or by whom its updates were installed: whatever stands above it, they are. */
function tellsInstallation({ records }: RecordList): boolean {
  return records.some((record) => firstValue(record, ['installedon', 'installedby', 'installdate']) !== undefined)
}

function isHotfixList(list: RecordList): boolean {
  return isOfTool(list) || ownFields(list).length > 0
}

/**
 * The fields of a list that people made, in which every value is one update or several. Beside those that say that their updates are
 * installed, others may hold those that are not.
 */
function ownFields(list: RecordList): string[] {
  const names = [...new Set([...list.names, ...list.records.flatMap(({ values }) => [...values.keys()])])]
  const installed = names.filter((name) => isInstalledField(name) && holdsUpdates(list, name))
  if (installed.length > 0) return installed
  // `Hotfix: KB940006` in a text may be what somebody recommends.
  const known = list.form === 'fields' ? OWN_FIELDS.filter((name) => name !== 'hotfix') : OWN_FIELDS
  return known.filter((name) => names.includes(name) && holdsUpdates(list, name))
}

function isOfTool({ names, records }: RecordList): boolean {
  return TOOL_FIELDS.some((field) => names.includes(field) || records.some(({ values }) => values.has(field)))
}

function holdsUpdates({ records }: RecordList, field: string): boolean {
  const values = records.map((record) => record.values.get(field) ?? '').filter((value) => value !== '')
  const isUpdates = (value: string) => value.split(/[\s,;]+/).every((word) => parseUpdate(word) !== undefined)
  return values.length > 0 && values.every(isUpdates)
}

function parseHotfixList(text: string, list: RecordList, heading: ListHeading): UpdateInventory[] {
  const byHost = new Map<string, UpdateEntries>()
  const entriesOf = (host = heading.host) => {
    const entries = byHost.get(host ?? '') ?? new UpdateEntries(host)
    byHost.set(host ?? '', entries)
    return entries
  }
  const own = isOfTool(list) ? undefined : ownFields(list)
  let last: UpdateEntries | undefined
  let recordCount = 0
  for (const record of list.records) {
    if (isNotInstalled(firstValue(record, STATE_FIELDS)) || tellsOther(record)) continue
    const value = updateOf(text, record, own)
    if (value !== undefined && !isCutLine(value)) {
      last = entriesOf(hostOf(record, list))
      last.add(value, text, record)
      recordCount += 1
    } else if (last && isCutLine(text.slice(record.start, record.end))) last.isCut = true
  }
  if (byHost.size === 0 && list.form === 'table') entriesOf()
  const named = new Set(list.records.map((record) => parseHost(firstValue(record, NAMES_OF_HOST))))
  return [...byHost.values()].map((entries) => ({
    kind: kindOf(text, list),
    host: entries.host,
    updates: entries.updates,
    otherEntries: entries.otherEntries,
    listedCount: entries.count,
    cut: cutOf(entries, list, heading),
    // Where each record holds several updates, each record is a computer.
    mayBeSeveral:
      entries.host === undefined &&
      (heading.isOfSeveral ||
        entries.hasRepeats ||
        hasHostColumn(list) ||
        list.isUneven === true ||
        (recordCount > 1 && entries.count > recordCount)),
    isUnframed: isUnframed(text, list) && (entries.host === undefined || !named.has(entries.host)),
    start: list.start,
    end: list.end,
  }))
}

/** Blocks of fields have no header, and objects on lines of their own are in no array. */
function isUnframed(text: string, { form, records }: RecordList): boolean {
  const [first, second] = records
  return form === 'fields' || (form === 'json' && !!second && /^\s*$/.test(text.slice(first?.end, second.start)))
}

/** A list that begins below the rest of a number lacks what stood above that. */
function cutOf(entries: UpdateEntries, list: RecordList, { line = '' }: ListHeading): CutReason | undefined {
  if (entries.count === 0) return 'empty'
  if (entries.isCut || list.isCut) return 'ends-early'
  return /^\s*(?:B\d{3,7}|\d{1,4})\s*$/.test(line) ? 'begins-late' : undefined
}

/** A value such as `NotApplicable` is two words. */
function isNotInstalled(state: string | undefined): boolean {
  const words = state?.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') ?? ''
  return words !== '' && (saysNot(words) || !INSTALLED.test(words))
}

/** What tools print beside an update, which says nothing of whether it is installed. */
const NEUTRAL_FIELDS =
  /^(?:description|caption|fixcomments|installed(?:on|by)|install(?:date|time)|servicepackineffect|title|name|kbarticle|reboot\w*|restart\w*)$/
const OTHER_FIELD =
  /^(?:is|state|update)?(?:needed|missing|required|pending|outstanding|wanted|notinstalled|superseded|failed|declined|absent|removed|uninstalled|todo)$/
const GOOD_FIELD = /^(?:is)?(?:compliant|compliance|present|applied|deployed)$/
const YES = /^(?:yes|y|ja|j|oui|sí|si|true|1|x|✓|✔)$/i
const NO = /^(?:no|n|nein|non|false|0|✗|✘|-)$/i
const OTHER_VALUE = /\b(?:rolled back|reverted|removed|declined|rejected|excluded|hidden|ignored)\b/i

/** What people write beside an update, in a column of their own. */
const COMMENT_FIELD =
  /^(?:comments?|remarks?|notes?|bemerkung(?:en)?|kommentare?|anmerkung(?:en)?|hinweis(?:e)?|remarques?|commentaires?|comentarios?|observa\p{L}+|nota|note|actions?|aktion|results?|ergebnis|outcome|resultado|r[ée]sultat|todo|why|reason|decision|check|ok)$/u

/** What it stands in, or a field of a name that no tool has, such as a comment, says that its update is not installed, or not any more. */
function tellsOther({ values, within = [] }: PastedRecord): boolean {
  if (within.some((name) => saysOther(name.replace(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' ')))) return true
  return [...values].some(([name, value]) => {
    if (value === '' || value.length > 60 || NEUTRAL_FIELDS.test(name) || NAMES_OF_HOST.includes(name)) return false
    if (YES.test(value)) return OTHER_FIELD.test(name)
    if (NO.test(value)) return GOOD_FIELD.test(name)
    const words = value.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    if (COMMENT_FIELD.test(name)) return saysNot(words) || !isDescription(words)
    return !STATE_FIELDS.includes(name) && (saysNot(words) || OTHER_VALUE.test(words))
  })
}

/** The computer of a record: in a field that says so, or at the beginning of a row of which no column says so. */
function hostOf(record: PastedRecord, list: RecordList): string | undefined {
  // In a list of one's own, what has updates and a name is a computer.
  const ownName = isOfTool(list) ? undefined : parseCertainHost(record.values.get('name') ?? '')
  const host = parseHost(firstValue(record, NAMES_OF_HOST)) ?? ownName
  if (host !== undefined || list.form !== 'table' || hasHostColumn(list)) return host
  const [first = ''] = record.values.values()
  return parseCertainHost(first)
}

/** A column names the computers, whether or not they could be read in each row. */
function hasHostColumn({ form, names, records }: RecordList): boolean {
  return form === 'table' && records.length > 1 && names.some((name) => NAMES_OF_HOST.includes(name))
}

/** A table of a tool may be misaligned, so that the update of a row stands beside its column. */
function updateOf(text: string, record: PastedRecord, own: readonly string[] | undefined): string | undefined {
  if (own) return own.flatMap((field) => record.values.get(field) || []).join(' ') || undefined
  const value = firstValue(record, TOOL_FIELDS)
  return value !== undefined && /^(?:KB|Q|File |\{|\.|…)/i.test(value)
    ? value
    : (WORD.exec(text.slice(record.start, record.end))?.[1] ?? value)
}

/** Wmic prints `name=value`, and its table has no line below the header. */
function kindOf(text: string, list: RecordList): PasteKind {
  if (!isOfTool(list)) return 'number-list'
  const { form, names, start, end } = list
  const head = text.slice(start, Math.min(end, start + 1000))
  if (form === 'fields') return /^[^:\n]{2,40}=/m.test(head) ? 'wmic-qfe' : 'get-hotfix'
  const isWmic =
    names.some((name) => /^(?:node|csname|caption|fixcomments)$/.test(name)) && !names.includes('pscomputername')
  return form === 'table' && isWmic ? 'wmic-qfe' : 'get-hotfix'
}
