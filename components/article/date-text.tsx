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

/** The words of a date without markup, such as for a chart. */
export function dateInWords(date: string, isShort = false): string {
  if (date.length === 4) return date
  const day = new Date(date)
  if (isShort) return SHORT_MONTH.format(day)
  return (date.length === 7 ? LONG_MONTH : LONG).format(day)
}
