import { decodeEntities } from './entities'

const CLOSED_TAG = /<\/(?:html|body|table|tr|td|div|span|p|a|b|font|ul|li)\s*>/i
const OPEN_TAG =
  /<(?:html|body|table|tr|td|div|span|p|ul|li|font)(?:\s[^<>]{0,500})?>|<br\s{0,3}\/?>|<a\s[^<>]{0,500}>/gi
const DOCUMENT = /<(?:!doctype|html)\b/i

/**
 * Tells whether a text is a page or an e-mail in HTML: it says so at its beginning, or has tags that are opened and closed. An
 * address in angle brackets and an event in XML are not HTML.
 */
export function isHtml(text: string): boolean {
  if (/<Event[\s>]/.test(text)) return false
  if (DOCUMENT.test(text)) return true
  const openCount = text.match(OPEN_TAG)?.length ?? 0
  return openCount > 1 || (openCount === 1 && CLOSED_TAG.test(text))
}

/** Gives the words of HTML: cells are separated by tabs, other tags become blanks or line ends, entities their characters. */
export function htmlToText(html: string): string {
  const text = html
    // No tag, but the word for what was left out
    .replace(/<(snip|cut|truncated|gekürzt)>/gi, '[$1]')
    .replace(/<\/(?:td|th)\s*>\s*<(?:td|th)\b[^<>]{0,2000}>/gi, '\t')
    .replace(/<\/tr\s*>\s*<tr\b[^<>]{0,2000}>/gi, '\n')
    .replace(/\s*<br\b[^<>]{0,2000}>[ \t]*\n?/gi, '\n')
    // Where one block ends and the next begins there is one line end, however the source is written.
    .replace(/\s*(?:<\/?(?:p|div|tr|table|tbody|thead|li|ul|ol|pre|h[1-6])\b[^<>]{0,2000}>\s*)+/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, ' ')
  return decodeEntities(text)
}
