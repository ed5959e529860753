import type { FoundSignature } from '@/lib/kb/signatures/signature'
import { eventSignature } from '@/lib/kb/signatures/signature-events'

/** Dates of every language: 12/21/2012, 21.12.2012, 2012-12-21, 2012/12/21. */
const DATE = String.raw`\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?`
const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,7})?)?`
const NOON = String.raw`(?:\s?\p{L}[\p{L}.]{0,5})?`

/** What the value of a field of an event may be, by its form alone. The names of the fields differ from language to language. */
export const EVENT_VALUES = {
  date: new RegExp(`^${DATE}$`, 'u'),
  time: new RegExp(`^${NOON}\\s?${TIME}${NOON}$`, 'u'),
  moment: new RegExp(`^${DATE}[ ,T]+(?:\\p{L}{1,6}\\s)?${TIME}(?:Z|${NOON})$`, 'u'),
  id: /^\d{1,5}$/,
  instance: /^\d{1,10}$/,
  digits: /^\d{1,10}$/,
  source: /^\p{L}[\p{L}\p{N} ._()/&-]{1,60}$/u,
  word: /^\p{L}[^\d\n]{0,40}$/u,
  any: /^/,
} as const

export type EventValue = keyof typeof EVENT_VALUES

/** The upper half of an instance says how grave the entry is. */
const EVENT_BITS = 0x1_0000
/** How much of an entry is quoted. */
const MAX_QUOTE = 160

/** Tells whether the beginning of a value is a date. */
export function beginsWithDate(value: string): boolean {
  return /^\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}(?!\d|\.\d)/.test(value)
}

/** Gives the event of an entry, or `undefined` where the number is none. Services without numbers of their own write event 0. */
export function toEvent(
  { id, source }: { id: string; source: string | undefined },
  { start, end }: { start: number; end: number },
): FoundSignature | undefined {
  const number = Number(id) % EVENT_BITS
  if (number === 0) return undefined
  return { ...eventSignature(number, source?.trim()), start, end: Math.min(end, start + MAX_QUOTE) }
}
