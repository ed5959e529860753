import type { ArticleReference, ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** An article in a sentence: "Update Rollup 5 (KB941421)", with a note if the collection lacks it. */
export function ReferenceLink({ reference, text }: { reference: ArticleReference; text?: string }) {
  const { number, summary, title } = reference
  const name = text ?? summary?.shortTitle ?? title
  return (
    <>
      <a href={articleUrl(number)}>{name ? `${name} (${formatKbNumber(number)})` : formatKbNumber(number)}</a>
      {!summary && ' (not in this collection)'}
    </>
  )
}

export function referenceTo(summary: ArticleSummary): ArticleReference {
  return { number: summary.number, title: summary.title, summary }
}
