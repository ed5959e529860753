import { parseField } from '@/lib/check/records/field-records'
import { isBlank, isPrompt, type Line, lineIndexAt } from '@/lib/check/records/lines'
import { isNoName, isOtherWord } from './no-host'

/** A name of a computer, with its domain or without, or its address. */
const HOST = /^(?:(?=[\w-]*\p{L})[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62}(?:\.[\w-]{1,63}){0,6}|\d{1,3}(?:\.\d{1,3}){3})$/u
/** A name that no word of a sentence is mistaken for: with a digit or a hyphen, or in capital letters. */
const CERTAIN_HOST = /^(?=.*[\d-]|[A-Z_]+(?:\.|$))/
/** The fields and columns that name a computer, the surest first. Tools print them in English everywhere. */
export const HOST_FIELDS: readonly string[] = [
  'pscomputername',
  'csname',
  'computername',
  'machinename',
  'systemname',
  'servername',
  'server',
  'hostname',
  'host',
  'computer',
  'machine',
  'node',
  'system',
]

/** Lines between the name of a computer and its list. */
const MAX_DISTANCE = 3
/** Fields between the head of a block and the list in it. */
const MAX_BLOCK = 40
const BLOCK_HEAD = /\s\\\\([\w.-]{2,63}):\s*$/
/** A longer line is not the heading of a list. */
const MAX_LABEL = 300

/** Gives the name of a computer, or `undefined` for a value that is not one. A path such as `\\EX01` is its name. */
export function parseHost(value: string | undefined): string | undefined {
  const name = value?.trim().replace(/^\\\\|[\s:]+$/g, '') ?? ''
  return HOST.test(name) && !isNoName(name) ? name : undefined
}

/** Gives a name that stands alone, where any word might stand as well. */
export function parseCertainHost(value: string): string | undefined {
  const host = parseHost(value)
  return host !== undefined && CERTAIN_HOST.test(host) && !isOtherWord(host) ? host : undefined
}

/** What names a computer right above its list, each form with the name as its group. */
const LABELS: readonly RegExp[] = [
  // [EX01]: PS C:\Users\admin> Get-HotFix
  /^\s*\[([\w.-]{2,63})\]: ?PS /,
  // Get-HotFix -ComputerName EX01, wmic /node:EX01 qfe, psexec \\EX01 wmic qfe
  />.*?\s(?:-(?:ComputerName|Cn)\s+|\/node:\s?)["']?([\w.-]{2,63})["']?(?=\s|$)/i,
  />.*?\\\\([\w.-]{2,63})\b/,
  //    PSComputerName: EX01, Server : EX01
  /^(?!\s*(?:Description|HotFixID|Installed ?(?:By|On)|Install (?:Date|Time)|Caption|Fix ?Comments|Stat\p{L}+|Release Type|Type|Admin ?Display ?Version|Server ?Role|Edition)\s*[:=])\s*[\p{L}][\p{L}\p{N} .'’_-]{0,40}\s*[:=]\s*(?:\\\\)?([\w.-]{2,63})\s*:?\s*$/iu,
  // System information for \\EX01:
  /(?:^|\s)\\\\([\w.-]{2,63}):?\s*$/,
]
/** EX01:, === EX01 ===, ## EX01, [EX01], **EX01** */
const HEADING = /^[\s#*=_[(-]*([\w.-]{2,63})[\s#*=_\])-]*:?[\s*=-]*$/

/** Get-HotFix -ComputerName EX01,EX02; Invoke-Command EX01,EX02 {...}; wmic /node:EX01,EX02 */
const SEVERAL = />.*?(?:-(?:ComputerName|Cn)\s+|\bInvoke-Command\s+|\/node:\s?)["']?[\w.-]{2,63}["']?\s?,\s?["']?[\w-]/i

/** What stands right above a list about the computer that it is of. */
export interface ListHeading {
  readonly host?: string
  /** The command above asked several computers. */
  readonly isOfSeveral: boolean
  /** The line right above the list, whatever it says. */
  readonly line?: string
}

/** Finds the name of the computer that stands right above a list, by its place and not by the words around it. */
export function findHeading(lines: readonly Line[], start: number): ListHeading {
  const first = lineIndexAt(lines, start)
  const above = lines.slice(Math.max(0, first - 2 * MAX_DISTANCE), first).reverse()
  const near = above.filter(({ text }) => !isBlank(text) && !/^[-=\s|]+$/.test(text)).slice(0, MAX_DISTANCE)
  const line = near[0]?.text
  for (const { text, start: place } of near) {
    // A field with others beside it is part of a record, and may name the computer of another list.
    if (isInRecord(lines, lineIndexAt(lines, place), first)) break
    const heading = parseHeading(text)
    if (heading.host !== undefined || heading.isOfSeveral) return { ...heading, line }
    // What is not a label ends the search: the name of another list may stand above it.
    if (!/[:>]\s*$/.test(text)) break
  }
  return { host: findBlockHost(lines, first), isOfSeveral: false, line }
}

function isInRecord(lines: readonly Line[], at: number, first: number): boolean {
  const isField = (index: number) => index < first && parseField(lines[index]?.text ?? '') !== undefined
  return isField(at) && !isPrompt(lines[at]?.text ?? '') && (isField(at - 1) || isField(at + 1))
}

/** PsInfo prints other fields between `System information for \\\\EX01:` and its list. */
function findBlockHost(lines: readonly Line[], first: number): string | undefined {
  for (let at = first - 1; at >= Math.max(0, first - MAX_BLOCK); at--) {
    const text = lines[at]?.text ?? ''
    const host = parseHost(BLOCK_HEAD.exec(text)?.[1])
    if (host !== undefined) return host
    if (isBlank(text) || !/^[^\n:]{2,60}:/.test(text)) return undefined
  }
  return undefined
}

/** Gives the computer that a line names, where it says nothing else, or tells that it asks several. */
export function parseHeading(line: string): ListHeading {
  if (line.length > MAX_LABEL) return { isOfSeveral: false }
  for (const label of LABELS) {
    const host = parseHost(label.exec(line)?.[1])
    if (host !== undefined) return { host, isOfSeveral: false }
  }
  return { host: parseCertainHost(HEADING.exec(line)?.[1] ?? ''), isOfSeveral: SEVERAL.test(line) }
}
