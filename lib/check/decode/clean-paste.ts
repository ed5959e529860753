import { MAX_PASTE_LENGTH } from '@/lib/check/paste'
import { undoEncodings } from './encodings'

/** A pasted text, fit to be read. */
export interface CleanPaste {
  readonly text: string
  /** The paste was longer than `MAX_PASTE_LENGTH`. */
  readonly isCut: boolean
  /** Control characters show that the paste holds the bytes of something else than text. */
  readonly hasControls: boolean
  /** Many bytes have no letter: a text of an old code page, or something else than text. */
  readonly hasUndecodedBytes: boolean
}

/** Nobody writes a text with a larger share of such characters. */
const STRANGE_SHARE = 0.05

/**
 * Makes a paste readable: UTF-16 that came as single bytes (`K\0B\0`) loses its zeros, encodings are undone, line ends become one
 * character, control characters and halves of characters become blanks. What is longer than `MAX_PASTE_LENGTH` is cut.
 */
export function cleanPaste(raw: string): CleanPaste {
  // Twice the length: half of it may be zeros.
  const head = raw.slice(0, 2 * MAX_PASTE_LENGTH)
  const zeros = countOf(head, /\0/g)
  const letters = zeros > head.length / 4 ? head.replaceAll('\0', '') : head
  const kept = letters.slice(0, MAX_PASTE_LENGTH)
  const limit = Math.max(4, kept.length * STRANGE_SHARE)
  return {
    text: toPlainText(kept),
    isCut: letters.length > MAX_PASTE_LENGTH || raw.length > head.length,
    hasControls: countOf(kept, /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g) > limit,
    hasUndecodedBytes: countOf(kept, /\ufffd/g) > limit,
  }
}

function toPlainText(text: string): string {
  const withLineEnds = text
    .replace(/^\ufeff|^\ufffd{1,2}(?=[\w<])/, '')
    .replace(/\r+\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
  return undoEncodings(withLineEnds).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2028\u2029\p{Cs}]/gu, ' ')
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
