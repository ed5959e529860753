import { slugOf } from '@/lib/kb/numbers/slug'
import type { FoundSignature, Signature } from './signature'

/** `Event ID: 11306`, `EventID=168`, `Event ID ( 9996 )`, `<EventID Qualifiers="0">11306</EventID>`, `Event IDs 9 and 11`. */
const EVENT_ID =
  /(?<!\w)event[ \t-]?id(?:'?s)?(?: (?:error|errors|code|codes|number|of|is|are|message))?(?: {1,2}Qualifiers=['"]?\d{1,5}['"]?>|[ \t]{0,8}[:=#>,-]?[ \t]{0,3}\n?[ \t]{0,3}['"(]?[ \t]?)(\d{1,5})(?!\d|[a-rt-z_]|s\w|[.:/]\d|-\d)/gi
/** `Event 1023`; in lower case at least three digits, because of "in the event 10 users". */
const EVENT_NUMBER = /(?<!\w)(?:Events?[ \t]{1,2}(?:Number[ \t])?(\d{2,5})|event[ \t](\d{3,5}))(?![\w%]|[.:/,]\d|-\d)/g
/** `Id : 11306` below `ProviderName : MsiInstaller`, as Get-WinEvent lists an event. */
const LISTED_ID = /^Id[ \t]*:[ \t]*(\d{1,5})[ \t]*$/gim
const MORE = /(?:,|\/|,? ?(?:or|and|&))[ \t]{0,2}(\d{1,5})(?![\w%-]|[.:]\d)/y
const MAX_MORE = 20

/** `Source: MsiInstaller`, `in Source ( MSExchangeMTA )`, `<Provider Name='MsiInstaller'`, `ProviderName : MsiInstaller`. */
const SOURCE =
  /(?<!\w)(?:(?:event[ \t]?)?source(?:name)?[ \t]{0,8}(?:[:=][ \t]{0,8}\n?[ \t]{0,8}['"]?|\([ \t]?)|Provider[ \t]?Name[ \t]{0,8}[:=][ \t]{0,4}['"]?)([A-Za-z][\w .&/()-]{1,47}:?)/gi
/** `event 100 from source GPE` in a sentence. */
const FROM_SOURCE = /\bfrom (?:the )?(?:event )?source ["']?([A-Z]\w{1,39})/g
/** A name that is a source and no other word: with a capital letter within, or one of those in capital letters. */
const SOURCE_NAME = String.raw`(?<source>[A-Z]\w{0,20}[a-z][A-Z]\w{0,30}|MS[A-Z]\w{2,30}|ESE|NTDS|NTFS|DNS|DHCP|WINS|DCOM|NETLOGON|W32Time)\b`
/** `MsiInstaller event 1023`; `Event ID 9519 from MSExchangeIS`, `(Event ID 454, source ESE)` */
const BESIDE: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w.-])${SOURCE_NAME} [Ee]vents?(?: I[Dd])? (?<number>\d{2,5})(?![\w%]|[.:/,]\d)`, 'g'),
  new RegExp(String.raw`\b[Ee]vents?(?: I[Dd])?:? (?<number>\d{2,5})(?:, source| from| by) ["']?${SOURCE_NAME}`, 'g'),
]
/** `the event viewer says MsiInstaller 1023`: a source in mixed case and its number. A year is the version of a product. */
const SPOKEN =
  /\b[Ee]vent\w{0,12}\b[^\n]{0,60}?\b(?!\w{1,30}Error\b)([A-Z][a-z]{1,20}[A-Z]\w{1,30}) (?!(?:19|20)\d\d\b)(\d{3,5})(?![\w%]|[.:/,]\d)/g
/** Where the source ends and the next field of a one-line entry begins. */
const NEXT_FIELD =
  /\s{2}|\t|\s(?:type|category|event|description|date|time|user|computer|level|task|keywords)\b[ :]|\s?[)/,;]|\s\(|\.(?:\s|$)/i
/** The source of an entry is at most this many characters away from its number. */
const MAX_DISTANCE = 260
const MAX_SOURCE_LENGTH = 40

interface EventPlace {
  readonly start: number
  readonly end: number
}

interface Source extends EventPlace {
  readonly name: string
}

interface Numbered extends EventPlace {
  readonly number: number
}

/** Finds event numbers, each with the source in the same entry. */
export function findEvents(text: string): FoundSignature[] {
  const events = listNumbers(text)
  // Looking for what is not there takes as long as for what is.
  const sources = events.length > 0 ? findSources(text) : []
  const besides = /event/i.test(text) ? [...findSpoken(text), ...findBeside(text)] : []
  const isSourceFirst = (sources[0]?.start ?? Number.POSITIVE_INFINITY) < (events[0]?.start ?? 0)
  let after = 0
  const found = events.map((event, index) => {
    while (after < sources.length && (sources[after]?.start ?? 0) < event.start) after++
    const before = nearSource(sources[after - 1], event, events[index - 1])
    const behind = nearSource(sources[after], event, events[index + 1])
    const source = isSourceFirst ? (before ?? behind) : (behind ?? before)
    return { ...eventSignature(event.number, source?.name), start: event.start, end: event.end }
  })
  return [...found, ...besides]
}

/** The name of the program stands right beside the number, which tells more than what stands further away. */
function findBeside(text: string): FoundSignature[] {
  return BESIDE.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => {
      const { number, source } = match.groups ?? {}
      return { ...eventSignature(Number(number), source), start: match.index, end: match.index + match[0].length }
    }),
  )
}

function findSpoken(text: string): FoundSignature[] {
  return Array.from(text.matchAll(SPOKEN), ({ 0: words, 1: source = '', 2: number, index }) => {
    const start = index + words.lastIndexOf(source)
    return { ...eventSignature(Number(number), source), start, end: index + words.length }
  })
}

export function eventSignature(number: number, source?: string): Signature {
  const broader = `event-${number}`
  if (source === undefined) return { id: broader, kind: 'event', label: `Event ID ${number}` }
  return { id: `${broader}-${slugOf(source)}`, kind: 'event', label: `Event ID ${number}, source ${source}`, broader }
}

function listNumbers(text: string): Numbered[] {
  const places = new Map<number, Numbered>()
  for (const pattern of /event/i.test(text) ? [EVENT_ID, EVENT_NUMBER, LISTED_ID] : [LISTED_ID]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      add(places, { number: Number(match[1] ?? match[2]), start: match.index, end })
      MORE.lastIndex = end
      let more = MORE.exec(text)
      for (let count = 0; more && count < MAX_MORE; count++, more = MORE.exec(text)) {
        const digits = more[1] ?? ''
        const moreEnd = more.index + more[0].length
        add(places, { number: Number(digits), start: moreEnd - digits.length, end: moreEnd })
      }
    }
  }
  return [...places.values()].sort((one, other) => one.start - other.start)
}

function add(places: Map<number, Numbered>, place: Numbered): void {
  // Services without numbers of their own write event ID 0.
  if (place.number > 0 && place.number <= 65_535 && !places.has(place.start)) places.set(place.start, place)
}

function findSources(text: string): Source[] {
  const sources: Source[] = []
  for (const match of text.matchAll(SOURCE)) {
    const words = match[1] ?? ''
    const next = words.search(NEXT_FIELD)
    const name = (next === -1 ? words : words.slice(0, next)).replace(/:$/, '').trim()
    if (name.length > 1 && name.length <= MAX_SOURCE_LENGTH) {
      sources.push({ name, start: match.index, end: match.index + match[0].length })
    }
  }
  for (const match of text.matchAll(FROM_SOURCE)) {
    sources.push({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length })
  }
  return sources.sort((one, other) => one.start - other.start)
}

/** The source, if it is near the event and not beyond the neighboring event. */
function nearSource(
  source: Source | undefined,
  event: EventPlace,
  neighbour: EventPlace | undefined,
): Source | undefined {
  if (!source || Math.max(source.start - event.end, event.start - source.end) > MAX_DISTANCE) return undefined
  const isBeyond =
    neighbour && (neighbour.start < event.start ? source.start < neighbour.start : source.start > neighbour.start)
  return isBeyond ? undefined : source
}
