import { escapeXml } from './xml'

/** The protocol allows 50,000 addresses in a file. */
export const MAX_SITEMAP_PART = 40_000

/** The schema of the protocol knows no month and no year alone, and any day of them would be made up. */
const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/

export interface SitemapEntry {
  /** An absolute URL. */
  readonly url: string
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly modified?: string
}

/** Builds one part of a sitemap. */
export function sitemapPart(entries: readonly SitemapEntry[]): string {
  return listOf('urlset', 'url', entries)
}

/** Builds the index of the parts of a sitemap. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  return listOf('sitemapindex', 'sitemap', entries)
}

function listOf(root: string, item: string, entries: readonly SitemapEntry[]): string {
  const items = entries.map(({ url, modified }) => {
    const date = modified !== undefined && WHOLE_DATE.test(modified) ? `<lastmod>${modified}</lastmod>` : ''
    return `<${item}><loc>${escapeXml(url)}</loc>${date}</${item}>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.join('')}</${root}>
`
}
