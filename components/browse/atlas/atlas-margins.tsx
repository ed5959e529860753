import { KIND_LABELS } from '@/components/article/kind-label'
import { CountText } from '@/components/ui/count-text'
import { TitledSection } from '@/components/ui/titled-section'
import type { Atlas } from '@/lib/kb/articles/atlas'
import { numberRangeUrl, searchUrl } from '@/lib/urls'

/** The kinds of articles and the ranges of their numbers, beside the field of products and years. */
export function AtlasMargins({ atlas: { kinds, ranges } }: { atlas: Atlas }) {
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <CountedChips
        title="Kinds"
        chips={kinds.map(({ kind, count }) => ({ url: searchUrl({ kind }), label: KIND_LABELS[kind], count }))}
      />
      <CountedChips
        title="Numbers"
        chips={ranges.map(({ from, to, count }) => ({ url: numberRangeUrl(from), label: `${from}–${to}`, count }))}
      />
    </div>
  )
}

interface Chip {
  readonly url: string
  readonly label: string
  readonly count: number
}

function CountedChips({ title, chips }: { title: string; chips: readonly Chip[] }) {
  return (
    <TitledSection title={title}>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0 text-sm">
        {chips.map(({ url, label, count }) => (
          <li key={url}>
            <a
              href={url}
              className="flex min-h-8 items-center gap-2 rounded-lg border border-line px-2.5 text-ink tabular-nums quiet-link hover:border-edge"
            >
              {label}
              <span className="text-muted">
                <CountText count={count} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </TitledSection>
  )
}
