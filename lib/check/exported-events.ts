import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { eventSignature } from '@/lib/kb/signatures/signature-events'

/** A level or type, as both event viewers write it. */
const LEVEL =
  /^(?:error|warning|information|critical|verbose|success audit|failure audit|audit success|audit failure)$/i
/** `   812 Nov 23 01:02  Error       MsiInstaller          11306 Product: ...`, a row of Get-EventLog. */
const TABLE_ROW =
  /^[ \t]{0,20}\d{1,9} \p{L}{3,5}\.? \d{1,2} \d{2}:\d{2}[ \t]{1,10}\p{L}{3,15}[ \t]{1,20}(\S(?:[^\n]{0,60}\S)??)[ \t]{1,30}(\d{1,10}) /gmu
/** `InstanceId : 3221236472` of Get-EventLog; its upper half says how grave the entry is. */
const INSTANCE = /^[ \t]{0,10}InstanceId[ \t]{0,20}:[ \t]{0,20}(\d{1,10})[ \t]*$/gim
const SOURCE = /^[ \t]{0,10}Source[ \t]{0,20}:[ \t]{0,20}(\S[^\n]{0,60})$/im
/** How far below the number `Get-EventLog | fl` prints the source: the message stands between the two. */
const REACH = 4000

/** Finds the entries of event logs that name neither event nor source: rows with commas or tabs, and `Get-EventLog`. */
export function findExportedEvents(text: string): FoundSignature[] {
  return [...findTableRows(text), ...findInstances(text), ...findSeparated(text)].filter(({ id }) => id !== 'event-0')
}

function findTableRows(text: string): FoundSignature[] {
  return [...text.matchAll(TABLE_ROW)].map((match) => found(match, Number(match[2]), match[1]))
}

function findInstances(text: string): FoundSignature[] {
  const matches = [...text.matchAll(INSTANCE)]
  return matches.map((match, place) => {
    const next = matches[place + 1]?.index ?? text.length
    const source = SOURCE.exec(text.slice(match.index, Math.min(next, match.index + REACH)))?.[1]
    return found(match, Number(match[1]), source?.trim())
  })
}

/**
 * One entry a line. The newer viewer exports level, date, source, number; the older one date, time, source, type, category,
 * number.
 */
function findSeparated(text: string): FoundSignature[] {
  return [...text.matchAll(/^[^\n]{0,100}(?:error|warning|information|critical|audit)[^\n]{0,300}/gim)].flatMap(
    (match) => {
      const cells = match[0]
        .split(match[0].includes('\t') ? '\t' : ',')
        .map((cell) => cell.trim().replace(/^"|"$/g, ''))
      const level = cells.slice(0, 8).findIndex((cell) => LEVEL.test(cell))
      const source = level === 0 ? cells[2] : cells[level - 1]
      const id = level === 0 ? cells[3] : cells[level + 2]
      const isEntry = level !== -1 && source && /^\p{L}/u.test(source) && /^\d{1,5}$/.test(id ?? '')
      return isEntry ? [found(match, Number(id), source)] : []
    },
  )
}

function found(match: RegExpExecArray, id: number, source: string | undefined): FoundSignature {
  const start = match.index
  return { ...eventSignature(id % 65_536, source), start, end: start + Math.min(match[0].length, 160) }
}
