/** What a dump may be. `unknown` is a file that holds no article: empty, or not text. */
export type LegacyFormat = 'txt' | 'page-text' | 'html' | 'jekyll' | 'unknown'

/** Tells the format of a decoded dump by its first lines; whatever is nothing else is the text of a page. */
export function detectLegacyFormat(text: string): Exclude<LegacyFormat, 'unknown'> {
  const start = text.slice(0, 4000).trimStart()
  if (/^DOCUMENT\s*:/.test(start)) return 'txt'
  if (/^---\n/.test(start) && /^\{% raw %\}|^layout:/m.test(start)) return 'jekyll'
  return isHtml(start) ? 'html' : 'page-text'
}

/** A page begins with a tag, over comments and an XML declaration; a placeholder such as `<servername>` is none. */
function isHtml(start: string): boolean {
  const first = start.replace(/^(?:\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->))+/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body)\b/i.test(first)) return true
  // A part of a page, as an editor or a browser saves it: a tag that is closed again.
  const tag = /^<(div|table|h[1-6]|p|center|span|font|ul|ol|article|section|main|title|form)\b[^>]*>/i.exec(first)?.[1]
  return tag !== undefined && new RegExp(`</${tag}\\s*>`, 'i').test(start)
}
