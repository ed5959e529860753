import { piecesOf } from '@/tests/support/pieces'

/** Pieces of which a repetition costs some parser, or some rule of ours, more than its length. */
const REPEATED = [
  ...piecesOf(
    `a_ ¦_a ¦a]¦[a¦*a_ ¦*****Hello***** ¦*a ¦_a*_ ¦*a _a*_ ¦c* ¦[ a_¦[ (](¦![[]()¦**x [a*b**c*](d)\n¦*_¦~¦~a¦~~a `,
  ),
  ...piecesOf(
    `*¦*a¦**a¦a*¦_¦#¦\`¦\`a\` ¦\`a\`\`b¦<¦<a ¦<!--¦<?¦<!A ¦<![CDATA[¦<b>¦<div>\n\n¦<!-- a -->\n\n¦&¦&amp;¦&#1234567;`,
  ),
  ...piecesOf(
    `&abcdefghijklmnopqrstuvwxyz¦\\*¦\\¦[a](<b¦[a](b¦![a](b)¦[a](b)¦[a](b "c")¦[a](b "c¦[a\n¦[^a¦[^a] ¦[^n]: x\n\n[^n]\n\n`,
  ),
  ...piecesOf(
    `> [!NOTE]\n> a\n\n¦> - a\n>   > b\n¦- ¦* ¦- a\n¦- a\n\n¦- [ ] a\n¦1. a\n¦> ¦# a\n¦## Symptoms\n\n¦###### a\n¦ #¦***\n¦a\n-\n`,
  ),
  ...piecesOf(
    `|¦|\n¦|a|b|\n¦|a|\n|-|\n|b|\n\n¦\\|¦a|¦-|¦http://a.b ¦a.¦www.¦www.a.b ¦a@a.b ¦a@¦b_¦a+¦xmpp:a@b.c/d ¦http://a.b/(¦a  \n¦a\\\n`,
  ),
  ...piecesOf(
    `\n¦ ¦\t¦\r¦a\r\n¦a\f\v¦\u0000¦\u0301¦\u202e¦\u200d¦\ufeff¦\uffff¦\ue000¦\ufdfa¦漢字¦😀¦a¦aaaa ¦---\n¦+++\n¦:¦\`\`\`\n¦~~~\n`,
  ),
  ...piecesOf(
    `\`\`\`event\nType: Error\nDescription: x\n\`\`\`\n¦Type: Error\n¦KB940006 ¦/KB940006/¦KB¦Q¦KB ¦KB1¦http://support.microsoft.com/kb/940006 `,
  ),
  ...piecesOf(
    `[a](http://support.microsoft.com/default.aspx?scid=kb;en-us;940006) ¦This update supersedes KB940006. ¦KB940006, `,
  ),
  ...piecesOf(
    `and the update ¦This problem was first corrected in Windows NT 4.0 Service Pack 4. ¦Windows NT 4.0 Service Pack 4, ¦This fix requires KB940006. `,
  ),
  ...piecesOf(
    `This is not superseded by ¦was first corrected in ¦Service Pack ¦. ¦.¦e.g. ¦(¦, ¦1¦1 ¦A. ¦0x¦f¦1.¦a.exe.¦a-¦Event ID ¦Source: ¦STOP 0x0000001E `,
  ),
  ...piecesOf(
    `<b>a</b>¦<p><b>\n\n¦<table><tr><td>a\n\n¦<li>¦</li>¦<ul><li>a\n\n¦<a href="¦<a href="x">¦<details>\n\n¦<br>¦<pre>\n\n¦<td>a</td>¦<kbd>`,
  ),
  ...piecesOf(
    `STOP: 0x0000000A (¦ERROR_ACCESS_DENIED ¦error ¦"The server is busy." ¦"¦MAPI_E_¦A_¦-2147¦-1018 ¦a/b¦/¦a_b_¦a'¦$a$ ¦{{a}}`,
  ),
]

/** Pieces that are repeated as often before something as others are after it. */
const PAIRS = [
  ['*a **a ', 'b** b*'],
  ['[', ']'],
  ['![', '](b)'],
  ['[', '](b)'],
  ['<div>', '</div>'],
  ['<b>', '</b>'],
  ['<ul><li>', '</ul>'],
  ['<table><tr><td>', '</table>\n'],
  ['<p>\n\n', '\n\n</p>\n\n'],
  ['(', ')'],
  ['> ', ''],
] as const

/** Lines that differ, by their number. */
const NUMBERED: readonly ((line: number) => string)[] = [
  (line) => `${' '.repeat(2 * line)}* a\n`,
  (line) => `${' '.repeat(line % 100)}- a\n`,
  (line) => `e${'`'.repeat(line)}`,
  (line) => `[r${line}]: /u\n`,
  (line) => `[r${line}]: /u\n\n[r${line}] [r${line}][] [x][r${line}]\n\n`,
  (line) => `[^${line}]: x\n\n[^${line}]\n\n`,
  (line) => `[^${line}]: [^${line + 1}]\n\n`,
  (line) => `${line}. a\n`,
  (line) => `KB${100_000 + line} `,
  (line) => `- [KB${100_000 + line}](/kb/${100_000 + line}) Its title\n`,
  (line) => `KB${100_000 + line}: title\\\n`,
  (line) => `0x${(0x8007_0000 + line).toString(16)} `,
  (line) => `a${line}.dll 5.5.${line}.1\n`,
  (line) => `Event ID: ${line} Source: S${line}\n`,
  (line) => `w${(line * 7919).toString(36)} x${line}/y${line} `,
  () => `${'> '.repeat(50)}${'- '.repeat(49)}a\n\n`,
]

/** Texts of some `length` that cost the square of it, each with what it is made of. */
export function listPathologicalTexts(length: number): readonly (readonly [name: string, text: string])[] {
  const half = length / 2
  return [
    ...REPEATED.map((piece) => [JSON.stringify(piece), fill(piece, length)] as const),
    ...PAIRS.map(([open, close]) => {
      const count = Math.floor(length / (open.length + close.length))
      return [`${open} … ${close}`, `${open.repeat(count)}a${close.repeat(count)}`] as const
    }),
    ...NUMBERED.map((line, at) => [`numbered lines ${at}`, fillWithLines(line, length)] as const),
    ['a long definition used often', `[a]: /${'b'.repeat(half)}\n\n${fill('[a] ', half)}`],
    ['a note used often', `[^a]: x\n\n${fill('[^a] ', length)}`],
    ['a wide table with short rows', `|${fill('a|', half / 2)}\n|${fill('-|', half / 2)}\n${fill('|b\n', half)}`],
    ['a title of quotations', `${'>'.repeat(half)}${fill('a*', half)}`],
    ['attributes without an end', `<a ${fill('b="c ', length)}`],
    ['parentheses of a target', `[a](${fill('(', length)}`],
    ['both kinds of emphasis', `${fill('*a ', half)}${fill('_a*_ ', half)}`],
  ]
}

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length))
}

function fillWithLines(line: (number: number) => string, length: number): string {
  let text = ''
  for (let number = 0; text.length < length; number++) text += line(number)
  return text
}
