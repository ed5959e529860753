import { KIND_LABELS } from '@/components/article/kind-label'
import { CountText } from '@/components/ui/count-text'
import { TitledSection } from '@/components/ui/titled-section'
import type { Atlas } from '@/lib/kb/articles/atlas'
import { numberRangeUrl, searchUrl } from '@/lib/urls'

const CHIP =
  'flex min-h-8 items-center gap-2 rounded-lg border border-line px-2.5 text-ink tabular-nums quiet-link hover:border-edge'

/** The kinds of articles and the ranges of their numbers, beside the field of products and years. */
export function AtlasMargins({ atlas: { kinds, ranges } }: { atlas: Atlas }) {
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <TitledSection title="Kinds">
        <ul className="m-0 flex list-none flex-wrap gap-2 p-0 text-sm">
          {kinds.map(({ kind, count }) => (
            <li key={kind}>
              <a href={searchUrl({ kind })} className={CHIP}>
                {KIND_LABELS[kind]}
                <span className="text-muted">
                  <CountText count={count} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      </TitledSection>
      <TitledSection title="Numbers">
        <ul className="m-0 flex list-none flex-wrap gap-2 p-0 text-sm">
          {ranges.map(({ from, to, count }) => (
            <li key={from}>
              <a href={numberRangeUrl(from)} className={CHIP}>
                {from}–{to}
                <span className="text-muted">
                  <CountText count={count} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      </TitledSection>
    </div>
  )
}
