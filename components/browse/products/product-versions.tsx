import { formatCount } from '@/components/ui/count-text'
import type { ProductVersionSummary } from '@/lib/kb/articles/article'
import { groupBy } from '@/lib/kb/articles/group-by'
import { productUrl } from '@/lib/urls'

/** More would be a wall of chips; the rest folds. */
const MAX_SHOWN = 12

/** The versions of a family as chips, in a row for each of its products; the chosen one is marked. */
export function ProductVersions({ versions, chosen }: { versions: readonly ProductVersionSummary[]; chosen: string }) {
  if (versions.length === 0) return null
  const lines = [...groupBy(versions, ({ line }) => line)]
  return (
    <nav aria-label="Versions" className="mb-6 space-y-2">
      {lines.map(([line, own]) => (
        <div key={line} className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5 text-sm">
          <span className="text-muted">{lines.length > 1 ? line : 'Versions'}</span>
          <Chips versions={own.slice(0, MAX_SHOWN)} chosen={chosen} />
          {own.length > MAX_SHOWN && (
            <details open={own.slice(MAX_SHOWN).some(({ slug }) => slug === chosen)}>
              <summary className="min-h-6 text-muted">{own.length - MAX_SHOWN} more</summary>
              <Chips versions={own.slice(MAX_SHOWN)} chosen={chosen} />
            </details>
          )}
        </div>
      ))}
    </nav>
  )
}

function Chips({ versions, chosen }: { versions: readonly ProductVersionSummary[]; chosen: string }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-1.5 p-0">
      {versions.map(({ slug, name, version, articleCount }) => (
        <li key={slug}>
          <a
            href={productUrl(slug)}
            title={`${name}: ${formatCount(articleCount, 'article')}`}
            aria-label={`${name}, ${formatCount(articleCount, 'article')}`}
            aria-current={slug === chosen ? 'page' : undefined}
            className="inline-block min-w-9 rounded-full border border-line bg-wash px-2.5 py-0.5 text-center leading-5 text-ink tabular-nums quiet-link hover:border-edge aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent"
          >
            {version}
          </a>
        </li>
      ))}
    </ul>
  )
}
