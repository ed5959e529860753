import type { PageOf } from '@/lib/kb/articles/article'

/** Gives one page of a list, which `list` reads. A page number beyond the end gives the last page. */
export function pageOf<Item>(
  itemCount: number,
  { page, size }: { page: number; size: number },
  list: (part: { limit: number; offset: number }) => readonly Item[],
): PageOf<Item> {
  const pageCount = Math.max(1, Math.ceil(itemCount / size))
  const shownPage = Math.min(Math.max(page, 1), pageCount)
  const items = itemCount === 0 ? [] : list({ limit: size, offset: (shownPage - 1) * size })
  return { items, itemCount, page: shownPage, pageCount }
}
