import type { ArticleReference } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** An article named in a sentence: "Update Rollup 5 (KB941421)", and a word where the collection lacks it. */
export function ReferenceLink({ reference, text }: { reference: ArticleReference; text?: string }) {
  const { number, summary, title } = reference
  const name = text ?? summary?.shortTitle ?? title
  return (
    <>
      <a href={articleUrl(number)}>{name ? `${name} (${formatKbNumber(number)})` : formatKbNumber(number)}</a>
      {!summary && ', which is not in this collection'}
    </>
  )
}
