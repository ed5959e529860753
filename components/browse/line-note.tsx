import { NewerForProduct } from '@/components/article/supersedence/newer-for-product'
import { Notice } from '@/components/ui/notice'
import { isNewestOfLine } from '@/lib/kb/articles/article'
import type { LineDetails } from '@/lib/kb/updates/line-steps'
import { NewestUpdate } from './newest-update'

/** Says which update of a series to install, and what is newer for the product. */
export function LineNote({ line: { steps, newerForProduct } }: { line: LineDetails }) {
  const updates = steps.map(({ update }) => update)
  if (!newerForProduct && !updates.some(({ state }) => isNewestOfLine(state))) return null
  return (
    <Notice label="Newest update" tone={newerForProduct ? 'amber' : 'plain'}>
      <NewestUpdate updates={updates} />
      {newerForProduct && (
        <p className="text-[0.9375rem]">
          <NewerForProduct newer={newerForProduct} />
        </p>
      )}
    </Notice>
  )
}
