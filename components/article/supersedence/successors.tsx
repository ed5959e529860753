import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { ReferenceLink } from '@/components/article/reference-link'
import type { Supersedence } from '@/lib/kb/article-page'

/** The sentences that name what replaces an article, the latest of its line, and how to obtain it. */
export function Successors({
  supersedence: { state, supersededBy, currentArticle, obtain },
}: {
  supersedence: Supersedence
}) {
  const sentences: ReactNode[] = []
  if (state === 'superseded-by-unknown') sentences.push('The article does not say what replaces it.')
  supersededBy.forEach((reference) => {
    sentences.push(
      <span key={reference.number}>
        {state === 'partly-superseded' ? 'A part of it is replaced by ' : 'Replaced by '}
        <ReferenceLink reference={reference} />
        {reference.summary?.released && (
          <>
            {' '}
            <DateText date={reference.summary.released} form="sentence" />
          </>
        )}
        {reference.summary?.state === 'latest' && ', the latest in this line'}.
      </span>,
    )
  })
  if (currentArticle) {
    sentences.push(
      <span key="current">
        The latest in this line is <ReferenceLink reference={currentArticle} />.
      </span>,
    )
  }
  if (obtain)
    sentences.push(
      <ReferenceLink
        key="obtain"
        reference={obtain}
        text={state === 'latest' ? 'How to obtain it' : 'How to obtain the latest'}
      />,
    )
  return sentences.flatMap((sentence, position) => (position === 0 ? [sentence] : [' ', sentence]))
}
