import { NumberTag } from '@/components/article/number-tag'
import { CountText } from '@/components/ui/count-text'
import type { UpdateVerdict } from '@/lib/check/verdict'
import { articleUrl } from '@/lib/urls'

/** A longer list starts folded. */
const MAX_OPEN = 12

/** Updates whose articles the collection lacks, so that it cannot judge them. */
export function UnknownUpdates({ updates }: { updates: readonly UpdateVerdict[] }) {
  return (
    <details className="mt-4 text-[0.9375rem]" open={updates.length <= MAX_OPEN}>
      <summary className="min-h-6">
        <CountText count={updates.length} noun="update" />{' '}
        {updates.length === 1 ? 'is not in this collection, so it' : 'are not in this collection, so they'} could not be
        checked.
      </summary>
      <ul className="mt-2 mb-0 flex list-none flex-wrap gap-2 p-0">
        {updates.map(({ number, article }) => (
          <li key={number}>
            <a href={articleUrl(number)} title={article.title} className="quiet-link">
              <NumberTag number={number} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
