import { DateText } from '@/components/article/date-text'
import { PrimaryButton } from '@/components/ui/primary-button'
import type { ArticleComparison, SectionChange, WordChange } from '@/lib/kb/articles/edition'
import { articleChangesUrl } from '@/lib/urls'

/** What differs between two texts of an article, by section. */
export function ComparisonOfEditions({ comparison }: { comparison: ArticleComparison }) {
  const { article, editions, from, to, sections } = comparison
  return (
    <>
      {editions.length > 2 && (
        <form method="get" action={articleChangesUrl(article.number)} className="mb-8 flex flex-wrap items-end gap-3">
          <DaySelect name="from" label="From" days={editions.map(({ day }) => day)} chosen={from} />
          <DaySelect name="to" label="To" days={editions.map(({ day }) => day)} chosen={to} />
          <PrimaryButton>Compare</PrimaryButton>
        </form>
      )}
      {sections.length === 0 && <p>Not a word differs.</p>}
      <div className="article-body max-w-measure">
        {sections.map((section, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section may come twice, and the list never changes.
          <ChangedSection key={at} change={section} />
        ))}
      </div>
    </>
  )
}

function DaySelect(props: { name: string; label: string; days: readonly string[]; chosen: string }) {
  return (
    <label className="text-sm text-muted">
      {props.label}
      <select
        name={props.name}
        defaultValue={props.chosen}
        className="mt-1 block rounded-lg border border-line bg-paper px-3 py-2 text-base text-ink"
      >
        {props.days.map((day) => (
          <option key={day} value={day}>
            {day}
          </option>
        ))}
      </select>
    </label>
  )
}

function ChangedSection({ change: { section, blocks } }: { change: SectionChange }) {
  return (
    <section>
      <h2>{section ?? 'Beginning'}</h2>
      {blocks
        .filter((words) => !isHeading(words, section))
        .map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <p key={at} className="whitespace-pre-wrap">
            {words.map((word, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <ChangedWords key={place} word={word} />
            ))}
          </p>
        ))}
    </section>
  )
}

/** The heading of a new section stands above it already. */
function isHeading(words: readonly WordChange[], section: string | undefined): boolean {
  return words.length === 1 && words[0]?.kind === 'added' && words[0].text === section
}

/** Added and removed words differ in more than color: a line below or through them, and a word for screen readers. */
function ChangedWords({ word: { kind, text } }: { word: WordChange }) {
  if (kind === 'added') return <ins className="change-added">{text}</ins>
  return kind === 'removed' ? <del className="change-removed">{text}</del> : text
}

/** The days that are compared, in words. */
export function ComparedDays({ from, to }: { from: string; to: string }) {
  return (
    <>
      Between <DateText date={from} /> and <DateText date={to} />
    </>
  )
}
