import type { UpdateInventory } from '@/lib/check/paste'
import { quoteLine } from '@/lib/check/quote-line'
import { parseNamedNumber } from '@/lib/kb/numbers/kb-number'

/** What follows the number is a package or a version of the update: `KB925398_WMP64`. */
const UPDATE = /^(?:KB|Q)(\d{5,7})(?!\d)/i
/** Entries that tools list beside updates, and that name no article. */
const OTHER = /^(?:File \d+|\{[\da-f-]{36}\}|(?:KB|Q|M|S)\d{3,}\S*|SP\d\S*|ServicePack\S*|Package_for_\S+)$/i
/** The paste, or a column of it, ends within a number. No update has less than six digits. */
const HALF = /^(?:KB|Q)?\d{0,6}(?:\.{2,}|…)$|^(?:KB|Q)\d{0,5}$|^\[\d*$/i

/** What people and tools write where they leave something out: `....`, `... 50 more`, `[snip]`. */
const CUT_LINE =
  /^[\s|]*(?:\.{2,}|…)|\b(?:and )?\d+ more\b|^\s*[[(<]\s*(?:snip|cut|\.\.\.)|^\s*[[(<]?(?:[\p{L}.]+\s){0,3}(?:truncated|omitted|gekürzt|abgeschnitten|tronqu\p{L}+|trunca\p{L}+|troncat\p{L}+|etc|usw|u\.\s?s\.\s?w|more|mehr|weitere|autres|más|mais|altri|meer|等|など)\.{0,3}[\])>]?\s*$/iu

/** The entries of one computer in one list, while they are read. */
export class UpdateEntries {
  readonly host: string | undefined
  readonly updates: UpdateInventory['updates'][number][] = []
  readonly otherEntries: string[] = []
  isCut = false

  constructor(host: string | undefined) {
    this.host = host
  }

  /** Takes an entry as it stands in the list, or several in one cell. `place` says where in the text, so that it can be quoted. */
  add(value: string, text: string, place: { readonly start: number; readonly end: number }): void {
    const entry = value.trim()
    const words = entry.split(/[\s,;]+/)
    if (words.length > 1 && words.every((word) => parseUpdate(word) !== undefined)) {
      for (const word of words) this.add(word, text, place)
      return
    }
    const number = parseUpdate(entry)
    if (HALF.test(entry)) this.isCut = true
    else if (number !== undefined) {
      const index = text.indexOf(entry, place.start)
      const at = index === -1 || index > place.end ? place.start : index
      const quote = quoteLine(text, at, Math.min(entry.length, place.end - at))
      this.updates.push({ number, host: this.host, quote })
    } else if (OTHER.test(entry)) this.otherEntries.push(entry)
  }

  get count(): number {
    return this.updates.length + this.otherEntries.length
  }

  /** An update is listed twice. */
  get hasRepeats(): boolean {
    return new Set(this.updates.map(({ number }) => number)).size < this.updates.length
  }
}

/** Tells whether a line says that something was left out. */
export function isCutLine(line: string): boolean {
  return CUT_LINE.test(line.slice(0, 200))
}

/** `(23 weitere Einträge)`, `and 23 others`, `+23`: in any language, a line below a list that has a number and few words. */
const COUNT_LINE = /^\s*[([<]?\s*(?:\p{L}{1,5}\s|\+\s?)?(\d{1,4})(?:\s\p{L}+){0,3}\s*[)\]>]?\s*\.{0,3}\s*$/u

/** `(2 of 10 rows)`, `Showing 1-2 of 10 entries`, `2 / 10` */
const SHARE_LINE =
  /^\s*[([<]?\s*(?:\p{L}+\s){0,3}(?:\d{1,4}\s?[-–]\s?)?\d{1,4}\s?(?:\/|\s\p{L}{1,5}\s)\s?(\d{1,4})(?:\s\p{L}+){0,3}\s*[)\]>]?\s*\.?\s*$/u

/** Tells whether the line below a list states another number than the list has. */
export function statesOther(line: string, listedCount: number): boolean {
  const stated = (COUNT_LINE.exec(line.slice(0, 200)) ?? SHARE_LINE.exec(line.slice(0, 200)))?.[1]
  return stated !== undefined && Number(stated) > 0 && Number(stated) !== listedCount
}

/** Gives the number of an update at the beginning of a text: of `KB925398_WMP64`, `Q828026 - Update`. */
export function parseUpdate(entry: string): ReturnType<typeof parseNamedNumber> {
  const digits = UPDATE.exec(entry)?.[1]
  return digits === undefined ? undefined : parseNamedNumber(`KB${digits}`)
}

/** Tells whether a text is what is left of a number. */
export function isHalfNumber(text: string): boolean {
  return HALF.test(text.trim())
}
