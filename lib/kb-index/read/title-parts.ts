import type { ArticlePart } from '@/lib/kb/article-page'
import { groupBy } from '@/lib/kb/articles/group-by'
import { parseTitlePart } from '@/lib/kb/articles/title-parts'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { perVersion } from '@/lib/kb-index/file/per-version'
import { allRows } from '@/lib/kb-index/file/rows'

/** Lists the parts of a work to which an article belongs, in their order; none if it is not a part, or the only one here. */
export function listParts(database: IndexDatabase, number: KbNumber): readonly ArticlePart[] {
  return readParts(database).get(number) ?? []
}

/** A part that two articles claim to be leads to neither of them. */
const readParts = perVersion((database: IndexDatabase): ReadonlyMap<KbNumber, readonly ArticlePart[]> => {
  const titles = allRows<{ number: KbNumber; title: string }>(
    database,
    `SELECT number, title FROM article WHERE title LIKE '%part % of %' ORDER BY number`,
  )
  const found = titles.flatMap(({ number, title }) => {
    const parsed = parseTitlePart(title)
    return parsed ? [{ number, title, ...parsed }] : []
  })
  const works = [...groupBy(found, ({ key }) => key).values()].flatMap((claims) => {
    const parts = [...groupBy(claims, ({ part }) => part).values()]
      .flatMap(([only, ...others]) => (others.length === 0 ? [only] : []))
      .sort((one, other) => one.part - other.part)
    return parts.length > 1 ? [parts] : []
  })
  return new Map(works.flatMap((parts) => parts.map(({ number }) => [number, parts] as const)))
})
