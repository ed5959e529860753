import type { ArticlePart } from '@/lib/kb/article-page'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'

/** The other parts of the work of which the article is one; parts that the collection lacks are left out. */
export function PartPager({ parts, here }: { parts: readonly ArticlePart[]; here: KbNumber }) {
  const place = parts.findIndex(({ number }) => number === here)
  const current = parts[place]
  if (!current) return null
  const [previous, next] = [parts[place - 1], parts[place + 1]]
  return (
    <nav
      aria-label="Parts"
      className="my-6 flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line py-2 text-sm"
    >
      <strong className="font-semibold">
        Part {current.part} of {current.total}
      </strong>
      {previous && (
        <a href={articleUrl(previous.number)} rel="prev" className="py-0.5 quiet-link">
          <span aria-hidden="true">← </span>Part {previous.part}
        </a>
      )}
      {next && (
        <a href={articleUrl(next.number)} rel="next" className="py-0.5 quiet-link">
          Part {next.part}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
