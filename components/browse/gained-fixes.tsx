import { NumberTag } from '@/components/article/number-tag'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { ComparedUpdates } from '@/lib/kb/updates/update-comparison'
import { articleUrl } from '@/lib/urls'

/** The fixes gained, below the update that brought each, and which updates list none. */
export function GainedFixes({
  comparison: { updates, fixes, fixCount, withoutFixes },
}: {
  comparison: ComparedUpdates
}) {
  return (
    <>
      {withoutFixes.length > 0 && (
        <Notice label="What is not listed" tone="plain">
          <p>
            {joinNames(withoutFixes.map(formatKbNumber))} {withoutFixes.length === 1 ? 'lists' : 'list'} no fixes in
            this collection, so that more may be fixed than is shown.
          </p>
        </Notice>
      )}
      {updates.map(({ number, shortTitle, title }) => {
        const brought = fixes.filter(({ fixedBy }) => fixedBy === number)
        return (
          brought.length > 0 && (
            <section key={number} aria-label={`Fixes of ${formatKbNumber(number)}`} className="mb-6">
              <h3 className="flex flex-wrap items-baseline gap-x-2 border-b border-line pb-2 font-semibold">
                {shortTitle ?? title}
                <span className="text-sm font-normal text-muted">{formatKbNumber(number)}</span>
              </h3>
              <ul className="m-0 list-none p-0">
                {brought.map((fix) => (
                  <li
                    key={fix.number}
                    className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[5.75rem_minmax(0,1fr)]"
                  >
                    <NumberTag number={fix.number} />
                    <span>
                      <a href={articleUrl(fix.number)} className="quiet-link">
                        {fix.title ?? `The problem described in ${formatKbNumber(fix.number)}`}
                      </a>
                      {!fix.summary && <span className="text-sm text-muted"> (not in this collection)</span>}
                    </span>
                  </li>
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
