import { EvidenceQuote } from '@/components/article/evidence-quote'
import { NumberTag } from '@/components/article/number-tag'
import type { ReleaseEntry } from '@/lib/kb/updates/ledger'
import { articleUrl } from '@/lib/urls'

/** The articles that a release fixes, each with the sentence of its own or of the list that has it. */
export function ReleaseEntries({ entries }: { entries: readonly ReleaseEntry[] }) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {entries.map(({ article: { number, title, summary }, evidence }) => {
        const [first] = evidence.filter(({ sentence }) => sentence !== undefined)
        return (
          <li
            key={number}
            className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[5.75rem_minmax(0,1fr)]"
          >
            <NumberTag number={number} />
            <span>
              <a href={articleUrl(number)} className="quiet-link">
                {title ?? 'An article of unknown title'}
              </a>
              {!summary && <span className="text-muted"> (not in this collection)</span>}
              {first && (
                <span className="mt-0.5 block text-sm text-muted [overflow-wrap:anywhere]">
                  <EvidenceQuote evidence={first} here={number} />
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
