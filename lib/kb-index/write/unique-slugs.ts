import { slugOf } from '@/lib/kb/numbers/slug'

/**
 * Gives each name an address of its own: `C++` and `C#` become `c` and `c-2`. The names decide and not their order, so
 * that the same collection has the same addresses however its index came about. A reserved address is given to none.
 */
export function uniqueSlugs(names: readonly string[], reserved: readonly string[] = []): Map<string, string> {
  const slugs = new Map<string, string>()
  const taken = new Set(reserved)
  const counts = new Map<string, number>()
  for (const name of [...names].sort()) {
    const slug = slugOf(name)
    let free = slug
    for (let count = counts.get(slug) ?? 1; taken.has(free); counts.set(slug, count)) free = `${slug}-${++count}`
    taken.add(free)
    slugs.set(name, free)
  }
  return slugs
}
