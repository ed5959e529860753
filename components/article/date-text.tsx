const LONG = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
const LONG_MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT_MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })

interface Props {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly date: string
  /** `short` leaves the day out; `sentence` puts "on" or "in" before the date. */
  readonly form?: 'long' | 'short' | 'sentence'
}

/** A date in words: 2007-08-23 becomes "August 23, 2007", or "Aug 2007" where room is short. */
export function DateText({ date, form = 'long' }: Props) {
  const preposition = date.length > 7 ? 'on ' : 'in '
  return (
    <>
      {form === 'sentence' && preposition}
      <time dateTime={date}>{dateInWords(date, form === 'short')}</time>
    </>
  )
}

/** More dates than an archive has. */
const MAX_KNOWN = 5000
const known = new Map<string, string>()

/** The words of a date without markup, such as for a chart. */
export function dateInWords(date: string, isShort = false): string {
  if (date.length === 4) return date
  const key = isShort ? `${date} short` : date
  const words = known.get(key) ?? format(date, isShort)
  if (known.size < MAX_KNOWN) known.set(key, words)
  return words
}

function format(date: string, isShort: boolean): string {
  const day = new Date(date)
  if (isShort) return SHORT_MONTH.format(day)
  return (date.length === 7 ? LONG_MONTH : LONG).format(day)
}
