import { parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'

/** Where relative addresses of a saved page led. */
const SITE = 'http://support.microsoft.com/'

/** Gives the address of a link inside the site or out of it, or `undefined` for a script, data or a place in the page. */
export function resolveHref(href: string): string | undefined {
  const plain = href.replace(/[\u0000-\u0020]/g, '')
  if (plain === '' || plain.startsWith('#') || !URL.canParse(plain, SITE)) return undefined
  const { protocol } = new URL(plain, SITE)
  if (!['http:', 'https:', 'ftp:', 'mailto:'].includes(protocol)) return undefined
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(plain)
  const number = protocol === 'mailto:' ? undefined : parseLegacyUrl(new URL(plain, SITE).href)
  if (number !== undefined) return `/kb/${number}`
  // Where a relative address led is not known: the page may have been saved from a mirror.
  return isRelative ? undefined : plain
}
