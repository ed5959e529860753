import { MAX_PASTE_LENGTH } from './paste'

/** A pasted text, fit to be read. */
export interface CleanPaste {
  readonly text: string
  /** The paste was longer than `MAX_PASTE_LENGTH`. */
  readonly isCut: boolean
  /** The paste is not text but the bytes of something else. */
  readonly isBinary: boolean
}

/** A share of control characters above which nobody wrote the text. */
const BINARY_SHARE = 0.05

/**
 * Makes a paste readable: UTF-16 that came as single bytes (`K\0B\0`) loses its zeros, line ends become one character, control
 * characters and halves of characters become blanks. What is longer than `MAX_PASTE_LENGTH` is cut.
 */
export function cleanPaste(raw: string): CleanPaste {
  // Twice the length: half of it may be zeros.
  const head = raw.slice(0, 2 * MAX_PASTE_LENGTH)
  const zeros = countOf(head, /\0/g)
  const isWide = zeros > head.length / 4
  const letters = isWide ? head.replaceAll('\0', '') : head
  const kept = letters.slice(0, MAX_PASTE_LENGTH)
  const strange = countOf(kept, /[\0-\x08\x0e-\x1f\x7f\ufffd]/g)
  return {
    text: toPlainText(kept),
    isCut: letters.length > MAX_PASTE_LENGTH || raw.length > head.length,
    isBinary: strange > Math.max(4, kept.length * BINARY_SHARE),
  }
}

/** Tells whether a text is a page or an e-mail in HTML. An event in XML is neither. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype|html|body|table|td|div|span|p|br|a)\b[^<>]{0,500}>/i.test(text) && !/<Event[\s>]/.test(text)
}

/** Gives the words of HTML: tags become blanks or line ends, the commonest entities become their characters. */
export function htmlToText(html: string): string {
  return html
    .replace(/<\/?(?:p|br|div|tr|table|li|ul|ol|h[1-6])\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, '\t')
    .replace(/&(?:(amp|lt|gt|quot|nbsp)|#(\d{2,5}));/gi, (_, name?: string, code?: string) =>
      name ? (ENTITIES[name.toLowerCase()] ?? ' ') : String.fromCharCode(Number(code)),
    )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function toPlainText(text: string): string {
  return (
    text
      // The marks of a quoted e-mail stand between a field and its value.
      .replace(/^[ \t]{0,3}(?:>[ \t]?){1,5}/gm, '')
      .replace(/^\ufeff|^\ufffd{1,2}/, '')
      .replace(/\r+\n?/g, '\n')
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u00a0\u200b\u2028\u2029\p{Cs}]/gu, ' ')
  )
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
