import type { Problem } from './legacy-record'
import { decodeWindows1252 } from './windows-1252'

/** The text of a dump, with `\n` line ends only, and what had to be dropped from it. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly problems: readonly Problem[]
}

/**
 * Decodes the bytes of a dump: a byte order mark decides, then valid UTF-8, else windows-1252 (the WHATWG table, which
 * has no undefined bytes: Q229148 holds 0x81). Control characters other than TAB and line ends are dropped and reported.
 */
export function decodeLegacyText(bytes: Uint8Array, file: string): DecodedText {
  const encoding = detectEncoding(bytes)
  const decoded = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
  const lines = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  const firstControl = lines.search(CONTROL_CHARACTERS)
  if (firstControl < 0) return { text: lines, encoding, problems: [] }

  const text = lines.replace(new RegExp(CONTROL_CHARACTERS, 'g'), '')
  const problem: Problem = {
    file,
    line: lines.slice(0, firstControl).split('\n').length,
    what: `The text holds control characters (${lines.length - text.length}); the first is U+${codePoint(lines, firstControl)}.`,
    handled: 'They were dropped.',
    kind: 'control-characters',
  }
  return { text, encoding, problems: [problem] }
}

/** Neither YAML nor Markdown may carry these; U+FEFF is a byte order mark in the middle of a file. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/

function detectEncoding(bytes: Uint8Array): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function codePoint(text: string, index: number): string {
  return (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
