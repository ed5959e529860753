import { slugOf } from '@/lib/kb/numbers/slug'

/**
 * Gives each name its own slug, but none that is reserved: `C#` and `C++` become `c` and `c-2`. The order of the names does
 * not matter, so that a collection has the same URLs however its index was made.
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
