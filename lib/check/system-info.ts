import { parseNamedNumber } from '@/lib/kb/numbers/kb-number'
import type { InstalledUpdate, UpdateInventory } from './paste'
import { quoteLine } from './quote-line'

/** `[01]: KB935490`, `[02]: File 1`, `[03]: Q828026 - Update`; several may share a line, as in the CSV form. */
const ENTRY = /\[(\d{1,4})\]:[ \t]*([^[\],"\n]{1,80})/g
/** What follows the number is a package or a version of the update: `KB925398_WMP64`. */
const UPDATE_ID = /^(?:KB|Q)\d{5,7}(?!\d)/i
/** `Host Name:                 EX01` */
const HOST = /^[ \t]*(?:host ?name|nom de l.h[oô]te|nombre de host|nome host)[ \t]*:[ \t]*(\S+)/gim
/** `Hotfix(s):                 312 Hotfix(s) Installed.`, in any language: a count and the words after it. */
const COUNT = /(\d{1,5})[^\d\n]{2,60}$/

/**
 * Lists the updates that `systeminfo` lists, one inventory for each list. The network cards and processors that it numbers the
 * same way are not updates. The tool cuts long lists off and still states the whole count.
 */
export function parseSystemInfo(text: string): readonly UpdateInventory[] {
  const hosts = [...text.matchAll(HOST)]
  const lists = groupEntries(text).filter(isListOfUpdates)
  const inventories = lists.map(({ entries, header, start }): UpdateInventory => {
    const host = hosts.findLast((match) => match.index < start)?.[1]
    const updates = entries.flatMap((entry) => toUpdate(entry, host))
    const stated = COUNT.exec(header.trimEnd())?.[1]
    return {
      kind: 'systeminfo',
      host,
      updates,
      otherEntries: entries.filter(({ value }) => !isUpdate(value)).map(({ value }) => value),
      // Where the first entry is not the first of the tool's list, what stands before it is no heading.
      statedCount: stated !== undefined && entries[0]?.place === 1 ? Number(stated) : undefined,
      listedCount: entries.length,
    }
  })
  return [...inventories, ...listsWithoutEntries(text, lists, hosts)]
}

interface Entry {
  readonly place: number
  readonly value: string
  readonly quote: string
}

interface EntryList {
  readonly entries: readonly Entry[]
  /** What stands before the first entry. */
  readonly header: string
  readonly start: number
}

function groupEntries(text: string): EntryList[] {
  const lists: (EntryList & { readonly entries: Entry[] })[] = []
  let end = 0
  for (const match of text.matchAll(ENTRY)) {
    const place = Number(match[1])
    const value = (match[2] ?? '').trim()
    if (value === '') continue
    const entry = { place, value, quote: quoteLine(text, match.index, match[0].length) }
    const list = lists.at(-1)
    const last = list?.entries.at(-1)
    if (list && last && place > last.place) list.entries.push(entry)
    else
      lists.push({
        entries: [entry],
        header: text.slice(Math.max(end, match.index - 200), match.index),
        start: match.index,
      })
    end = match.index + match[0].length
  }
  return lists
}

function isListOfUpdates({ entries, header }: EntryList): boolean {
  return /hot ?fix/i.test(header.slice(-80)) || entries.some(({ value }) => isUpdate(value) || /^File \d+$/.test(value))
}

function isUpdate(value: string): boolean {
  return UPDATE_ID.test(value)
}

function toUpdate({ value, quote }: Entry, host: string | undefined): InstalledUpdate[] {
  const number = parseNamedNumber(UPDATE_ID.exec(value)?.[0] ?? '')
  return number === undefined ? [] : [{ number, host, quote }]
}

/** `312 Hotfix(s) Installed.` and nothing below it. */
function listsWithoutEntries(text: string, lists: readonly EntryList[], hosts: readonly RegExpExecArray[]) {
  return [...text.matchAll(/\b(\d{1,5}) Hotfix\(s\) Installed\.?/gi)]
    .filter((match) => match[1] !== '0' && !lists.some(({ start }) => start > match.index && start < match.index + 200))
    .map(
      (match): UpdateInventory => ({
        kind: 'systeminfo',
        host: hosts.findLast((host) => host.index < match.index)?.[1],
        updates: [],
        otherEntries: [],
        statedCount: Number(match[1]),
        listedCount: 0,
      }),
    )
}
