import { DateText } from '@/components/article/date-text'

interface Props {
  /** The dates of the oldest and the newest citing article. */
  readonly firstCited?: string
  readonly lastCited?: string
  readonly form?: 'long' | 'short'
}

/** When a number was cited: "May 20, 1999", or "May 20, 1999 to July 22, 2002". */
export function CitationDates({ firstCited, lastCited, form = 'long' }: Props) {
  if (!firstCited || !lastCited) return null
  const digits = form === 'short' ? 7 : 10
  return (
    <>
      {firstCited.slice(0, digits) !== lastCited.slice(0, digits) && (
        <>
          <DateText date={firstCited} form={form} /> to{' '}
        </>
      )}
      <DateText date={lastCited} form={form} />
    </>
  )
}
