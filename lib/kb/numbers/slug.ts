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

/**
 * Gives the id of the first heading with this text in an article. The prefix `section-` keeps it apart from global variables
 * and from the elements of the page.
 */
export function headingId(text: string): string {
  return `section-${slugOf(text)}`
}

/** Gives the id of the first heading with this text in the spelling of GitHub: `What's new?` becomes `whats-new`. */
export function headingSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}
