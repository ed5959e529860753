/** Gives a name as it appears in a URL: `C++ (32-bit)` becomes `c-32-bit`. It is never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 100)
    .replace(/-$/, '')
  return slug || 'other'
}

/** The ids that pages have themselves, or make for parts of a form, and what the framework uses. */
const OWN_IDS =
  /^(?:main|top|nearby|verdict|recognized|sources|compared-updates|wanted-product|search-box|arrival-list|match-\d+|page-.*|constructor|section-.*|footnote-label|_.*|user-content-.*)$/

/**
 * Gives the id of the first heading with this text in an article, in the spelling of GitHub: `What's new?` becomes `whats-new`.
 * Letters of any script stay. One that a page has itself gets a prefix.
 */
export function headingId(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
    .slice(0, 200)
  if (slug === '') return 'section'
  return OWN_IDS.test(slug) ? `section-${slug}` : slug
}

/** Gives the id by which an element of raw HTML can be linked to; `undefined` for one that is not a word or that pages use. */
export function anchorId(name: string): string | undefined {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.:-]{0,199}$/u.test(name) && !OWN_IDS.test(name) ? name : undefined
}

/** Gives the id that the first heading with this text had before, under which other sites may link to it. */
export function formerHeadingId(text: string): string {
  return `section-${slugOf(text)}`
}
