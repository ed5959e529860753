import { ArticleRow } from '@/components/article/article-row'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { ComparedUpdates } from '@/lib/kb/updates/update-comparison'

/** The new fixes, below the update that brought each, and the updates without a fix list. */
export function GainedFixes({ comparison }: { comparison: ComparedUpdates }) {
  const { updates, fixes, fixCount, withoutFixes } = comparison
  return (
    <>
      {withoutFixes.length > 0 && (
        <Notice label="No fix list" tone="plain">
          <p>No fix list for {joinNames(withoutFixes.map(formatKbNumber))}; there may be more fixes.</p>
        </Notice>
      )}
      {updates.map(({ number, shortTitle, title }) => {
        const brought = fixes.filter(({ fixedBy }) => fixedBy === number)
        return (
          brought.length > 0 && (
            <section key={number} aria-label={`Fixes in ${formatKbNumber(number)}`} className="mb-6">
              <h3 className="flex flex-wrap items-baseline gap-x-2 border-b border-line pb-2 font-semibold">
                {shortTitle ?? title}
                <span className="text-sm font-normal text-muted">{formatKbNumber(number)}</span>
              </h3>
              <ul className="m-0 list-none p-0">
                {brought.map((fix) => (
                  <ArticleRow
                    key={fix.number}
                    number={fix.number}
                    title={fix.title ?? 'Title unknown'}
                    isMissing={!fix.summary}
                  />
                ))}
              </ul>
            </section>
          )
        )
      })}
      {fixCount > fixes.length && <p className="text-sm text-muted">and {fixCount - fixes.length} more</p>}
    </>
  )
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
