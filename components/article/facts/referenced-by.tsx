import type { Backlink } from '@/lib/kb/article-page'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { FactSection } from './fact-section'

/** The query gives no more; a longer list would hide the sources below. */
const MAX_SHOWN = 50

/** The articles that link here, with the words around each link as a tooltip. */
export function ReferencedBy({ backlinks, count }: { backlinks: readonly Backlink[]; count: number }) {
  if (count === 0) return null
  const shown = backlinks.slice(0, MAX_SHOWN)
  return (
    <FactSection title="Referenced by">
      <ul className="m-0 list-none gap-10 p-0 text-sm leading-snug md:columns-2 [&>li]:mb-2 [&>li]:break-inside-avoid">
        {shown.map(({ number, shortTitle, title, context }) => (
          <li key={number}>
            <a href={articleUrl(number)} title={context}>
              {formatKbNumber(number)}
            </a>{' '}
            {shortTitle ?? title}
          </li>
        ))}
      </ul>
      {count > shown.length && (
        <p className="mt-2 text-sm text-muted">
          and {count - shown.length} more ({count} in all)
        </p>
      )}
    </FactSection>
  )
}
