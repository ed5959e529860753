import type { ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

interface Props {
  readonly release: {
    readonly name: string
    readonly build?: string
    readonly article?: ArticleSummary
    readonly number?: KbNumber
  }
}

/** A release in a sentence: "Update Rollup 10 (KB981407, 8.1.436.0)", or "Service Pack 1 (8.1.240.6)" without an article. */
export function ReleaseText({ release: { name, build, article, number = article?.number } }: Props) {
  return (
    <>
      {article ? <a href={articleUrl(article.number)}>{name}</a> : name}{' '}
      <span className="text-muted">
        ({number && formatKbNumber(number)}
        {number && build && ', '}
        <span className="whitespace-nowrap tabular-nums">{build}</span>)
      </span>
    </>
  )
}
