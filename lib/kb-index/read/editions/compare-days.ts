import { compareEditions } from '@/lib/kb/articles/compare-editions'
import type { ArticleComparison } from '@/lib/kb/articles/edition'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getSummary } from '@/lib/kb-index/read/summaries'
import { getEdition, listEditions } from './list-editions'

/** Gives what differs between the texts of an article on two days; its last change where a day is not known. */
export function compareDays(
  database: IndexDatabase,
  number: KbNumber,
  days: { readonly from?: string; readonly to?: string },
): ArticleComparison | undefined {
  const editions = listEditions(database, number)
  const known = (day: string | undefined) => editions.find((edition) => edition.day === day)
  const newer = known(days.to) ?? editions.at(-1)
  const older = known(days.from)?.day ?? newer?.before
  const [before, after] = [older, newer?.day].sort().map((day) => day && getEdition(database, number, day))
  const article = getSummary(database, number)
  if (!article || !before || !after || before.day === after.day) return undefined
  return { article, editions, from: before.day, to: after.day, sections: compareEditions(before.blocks, after.blocks) }
}
