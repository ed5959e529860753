import { DateText } from '@/components/article/date-text'

interface Props {
  readonly firstCited?: string
  readonly lastCited?: string
}

/** When a number was cited: "May 20, 1999", or "May 20, 1999 to July 22, 2002" where several articles cite it. */
export function CitationDates({ firstCited, lastCited }: Props) {
  if (!firstCited || !lastCited) return null
  return (
    <>
      {firstCited !== lastCited && (
        <>
          <DateText date={firstCited} /> to{' '}
        </>
      )}
      <DateText date={lastCited} />
    </>
  )
}
