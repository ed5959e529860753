import { NumberTag } from '@/components/article/number-tag'
import { StateBadge } from '@/components/article/state-badge'
import { Badge } from '@/components/ui/badge'
import type { ArticlePreview } from '@/lib/kb/articles/article-preview'

interface Props {
  readonly preview: ArticlePreview
  /** A note on the link rather than on its article. */
  readonly note: string
}

/** An article at a glance: state, title, products, first sentences. */
export function PreviewCard({ preview, note }: Props) {
  const { number, state, title, products, productCount, description } = preview
  const others = productCount - products.length
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {state === 'missing' ? (
          <Badge tone="plain">Not in this collection</Badge>
        ) : (
          <StateBadge {...preview} state={state} />
        )}
        <NumberTag number={number} />
      </p>
      {title && <p className="line-clamp-3 text-[0.9375rem] font-semibold leading-snug">{title}</p>}
      {products.length > 0 && (
        <p className="mt-1 line-clamp-2 text-xs text-muted">
          {products.join(', ')}
          {others > 0 && ` and ${others} more`}
        </p>
      )}
      {description && <p className="mt-2 line-clamp-4 leading-normal">{description}</p>}
      {note && note !== title && <p className="mt-2 line-clamp-3 border-l-3 border-line pl-3 text-muted">{note}</p>}
    </>
  )
}
