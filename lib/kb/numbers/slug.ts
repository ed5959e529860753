/** Gives a name as it stands in an address: lower case, words joined by hyphens, never empty. */
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
 * Gives the id of the first heading with this text in an article. It begins with `section-`, so that no heading can take the
 * name of a global variable or of an element of the page around it.
 */
export function headingId(text: string): string {
  return `section-${slugOf(text)}`
}
