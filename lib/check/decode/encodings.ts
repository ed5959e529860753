import { decodeEntities } from './entities'

/** A way in which a text was written down once more: by a mail program, a browser or a console. */
interface Encoding {
  readonly name: string
  readonly isUsed: (text: string) => boolean
  readonly undo: (text: string) => string
}

/** Encodings that mail programs, browsers and consoles add, in the order in which they are decoded. */
const ENCODINGS: readonly Encoding[] = [
  {
    name: 'colors of a terminal',
    isUsed: (text) => text.includes('\x1b['),
    undo: (text) => text.replace(/\x1b\[[\d;]{0,12}[A-Za-z]/g, ''),
  },
  {
    name: 'quote marks of an e-mail',
    isUsed: (text) => /^[ \t]{0,3}>/m.test(text),
    undo: (text) => text.replace(/^[ \t]{0,3}(?:>[ \t]?){1,5}/gm, ''),
  },
  {
    name: 'a blank line below each line',
    isUsed: (text) =>
      /\n[ \t]*\n/.test(text) && !/\S[^\n]*\n[ \t]*\S/.test(text.trim()) && countOf(text, /\n[ \t]*\n/g) > 5,
    undo: (text) => text.replace(/\n[ \t]*\n/g, '\n'),
  },
  { name: 'quoted-printable', isUsed: isQuotedPrintable, undo: decodeQuotedPrintable },
  {
    // `K B 9 4 0 0 0 6`: UTF-16 that a console showed byte by byte.
    name: 'a blank beside each letter',
    isUsed: (text) => /^ ?(?:\S (?: )*){8,}/m.test(text),
    undo: (text) => text.replace(/^.{8,}$/gm, joinSpacedLetters),
  },
  {
    name: 'escaped XML or HTML',
    isUsed: (text) => countOf(text, /&lt;\/?[a-z]/gi) > Math.max(1, countOf(text, /<\/?[a-z]/gi)),
    undo: decodeEntities,
  },
  {
    name: 'full-width letters',
    isUsed: (text) => /[\uff01-\uff5e]/.test(text),
    undo: (text) => text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)),
  },
]

/** Undoes what mail programs, browsers and consoles did to a text. */
export function undoEncodings(text: string): string {
  return ENCODINGS.reduce((plain, { isUsed, undo }) => (isUsed(plain) ? undo(plain) : plain), text)
}

/** `=3D` and soft line ends. `InstalledOn=20100914` and `FixComments=` of wmic look like it, so one sign alone is not enough. */
function isQuotedPrintable(text: string): boolean {
  if (/^Content-Transfer-Encoding:[ \t]*quoted-printable/im.test(text)) return true
  const hasSoftEnd = /[^\s=]=[ \t]*\n[^\s]/.test(text)
  return hasSoftEnd && /=3D|=20$|=[CE]\d=[89AB][\dA-F]/m.test(text)
}

function decodeQuotedPrintable(text: string): string {
  return text.replace(/=[ \t]*\n/g, '').replace(/(?:=[\dA-F]{2})+/g, (codes) =>
    decodeBytes(
      codes
        .slice(1)
        .split('=')
        .map((code) => Number.parseInt(code, 16)),
    ),
  )
}

/** The bytes as UTF-8; as Latin letters where they are not UTF-8. */
function decodeBytes(bytes: readonly number[]): string {
  const text = new TextDecoder().decode(Uint8Array.from(bytes))
  return text.includes('\ufffd') ? String.fromCharCode(...bytes) : text
}

/** Removes every second character of a line where all of these are blanks. */
function joinSpacedLetters(line: string): string {
  const text = line.replace(/\s+$/, '')
  const first = text.startsWith(' ') && !/^\s{2}/.test(text) ? 1 : 0
  for (let index = first + 1; index < text.length; index += 2) if (text[index] !== ' ') return line
  let joined = ''
  for (let index = first; index < text.length; index += 2) joined += text[index]
  return joined
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
