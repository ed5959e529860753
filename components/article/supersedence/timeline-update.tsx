import { DateText } from '@/components/article/date-text'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { articleUrl } from '@/lib/urls'

interface Props {
  readonly update: ArticleSummary
  readonly label: string
  readonly isHere: boolean
  readonly isLast: boolean
}

export function TimelineUpdate({ update, label, isHere, isLast }: Props) {
  const weight = isHere ? 'font-semibold text-ink' : isLast ? 'font-semibold text-green' : ''
  return (
    <>
      {isHere ? (
        <span className={weight}>{label}</span>
      ) : (
        <a href={articleUrl(update.number)} className={`quiet-link ${weight}`}>
          {label}
        </a>
      )}
      {update.released && (
        <span className={`ml-2 @xl:ml-0 @xl:block ${isHere ? 'text-ink' : ''}`}>
          <DateText date={update.released} form="short" />
        </span>
      )}
    </>
  )
}
