import { ArticleRow } from '@/components/article/article-row'
import { EvidenceQuote } from '@/components/article/evidence-quote'
import type { ReleaseEntry } from '@/lib/kb/updates/ledger'

/** The articles that a release fixes, each with the first sentence that says so. */
export function ReleaseEntries({ entries }: { entries: readonly ReleaseEntry[] }) {
  return (
    <ul className="m-0 list-none border-t border-line p-0">
      {entries.map(({ article: { number, title, summary }, evidence }) => {
        const first = evidence.find(({ sentence }) => sentence !== undefined)
        return (
          <ArticleRow key={number} number={number} title={title ?? 'Title unknown'} isMissing={!summary}>
            {first && (
              <span className="mt-0.5 block text-sm text-muted [overflow-wrap:anywhere]">
                <EvidenceQuote evidence={first} here={number} />
              </span>
            )}
          </ArticleRow>
        )
      })}
    </ul>
  )
}
