import { DateText } from '@/components/article/date-text'
import { ReferenceLink } from '@/components/article/reference-link'
import type { Supersedence } from '@/lib/kb/article-page'
import { isNewestOfLine } from '@/lib/kb/articles/article'
import { nameNewest } from './name-newest'

/** Names what replaces an article, the latest update and how to get it. */
export function Successors({ supersedence }: { supersedence: Supersedence }) {
  const { state, supersededBy, currentArticle, obtain } = supersedence
  return (
    <>
      {state === 'superseded-by-unknown' && 'The article doesn’t name its replacement. '}
      {supersededBy.map((reference) => (
        <span key={reference.number}>
          {state === 'partly-superseded' ? 'Partly replaced by ' : 'Replaced by '}
          <ReferenceLink reference={reference} />
          {reference.summary?.released && ' '}
          {reference.summary?.released && <DateText date={reference.summary.released} form="sentence" />}
          {reference.summary && isNewestOfLine(reference.summary.state) && ', the latest in this series'}.{' '}
        </span>
      ))}
      {currentArticle && (
        <>
          {nameNewest(currentArticle.summary?.kind)}: <ReferenceLink reference={currentArticle} />.{' '}
        </>
      )}
      {obtain && (
        <ReferenceLink
          reference={obtain}
          text={isNewestOfLine(state) ? 'How to get it' : 'How to get the latest update'}
        />
      )}
    </>
  )
}
