import type { ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'

/** Gives each update its shortest clear name: "Update Rollup 4" among "Update Rollup 1, 2, ..." needs only "Rollup 4". */
export function labelUpdates(updates: readonly ArticleSummary[]): readonly string[] {
  const names = updates.map(({ shortTitle }) => shortTitle?.split(' ') ?? [])
  const [first = []] = names
  const different = first.findIndex((word, index) => names.some((words) => words[index] !== word))
  // The last shared word stays, to say what the number counts.
  const skipped = Math.max(0, different - 1)
  return updates.map(
    ({ shortTitle, number }) => shortTitle?.split(' ').slice(skipped).join(' ') ?? formatKbNumber(number),
  )
}
