import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { ReferenceLink } from '@/components/article/reference-link'
import type { Supersedence } from '@/lib/kb/article-page'

/** The sentences that name what replaces an article, the latest update and how to get it. */
export function Successors({
  supersedence: { state, supersededBy, currentArticle, obtain },
}: {
  supersedence: Supersedence
}) {
  const sentences: ReactNode[] = []
  if (state === 'superseded-by-unknown') sentences.push('The article doesn’t name its replacement.')
  supersededBy.forEach((reference) => {
    sentences.push(
      <span key={reference.number}>
        {state === 'partly-superseded' ? 'Partly replaced by ' : 'Replaced by '}
        <ReferenceLink reference={reference} />
        {reference.summary?.released && (
          <>
            {' '}
            <DateText date={reference.summary.released} form="sentence" />
          </>
        )}
        {reference.summary?.state === 'latest' && ', the latest in this series'}.
      </span>,
    )
  })
  if (currentArticle) {
    sentences.push(
      <span key="current">
        Latest in this series: <ReferenceLink reference={currentArticle} />.
      </span>,
    )
  }
  if (obtain)
    sentences.push(
      <ReferenceLink
        key="obtain"
        reference={obtain}
        text={state === 'latest' ? 'How to get it' : 'How to get the latest update'}
      />,
    )
  return sentences.flatMap((sentence, index) => (index === 0 ? [sentence] : [' ', sentence]))
}
