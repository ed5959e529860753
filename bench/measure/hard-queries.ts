export interface HardQuery {
  readonly name: string
  readonly text: string
}

const STOP_WORDS = ['the', 'a', 'to', 'of', 'and', 'is', 'in', 'you', 'that', 'this', 'for', 'or', 'be', 'not', 'with']
const COMMON_WORDS = ['microsoft', 'windows', 'file', 'error', 'information', 'following', 'article', 'problem', 'use']
const TEXT_BYTES = 10_000
const MEGABYTE = 1024 * 1024

/** Lists queries that cost most or break most. The long ones are made from `prose`, text of the collection. */
export function listHardQueries(prose: string): HardQuery[] {
  return [
    { name: 'stop words', text: STOP_WORDS.join(' ') },
    { name: 'one stop word', text: 'the' },
    { name: 'a phrase of stop words', text: `"${STOP_WORDS.slice(0, 4).join(' ')}"` },
    { name: 'the most common words', text: COMMON_WORDS.join(' ') },
    { name: 'a phrase of common words', text: '"microsoft windows" "more information" "this problem"' },
    {
      name: 'common words, most of them excluded',
      text: `windows ${COMMON_WORDS.map((word) => `-${word}`).join(' ')}`,
    },
    { name: 'only exclusions', text: '-the -windows' },
    { name: 'a* b* c*', text: 'a* b* c*' },
    {
      name: 'every letter with a star',
      text: [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}*`).join(' '),
    },
    { name: 'every letter', text: [...'abcdefghijklmnopqrstuvwxyz'].join(' ') },
    {
      name: 'words with errors in each',
      text: 'windwos exchagne serevr instalation outlok conection regsitry pasword',
    },
    { name: 'one long run of letters', text: 'abcdefghij'.repeat(25) },
    { name: '10 KB of text', text: prose.slice(0, TEXT_BYTES) },
    { name: '10 KB of text in quotes', text: `"${prose.slice(0, TEXT_BYTES)}"` },
    { name: '10 KB of different words', text: differentWords(prose) },
    { name: '500 brackets', text: '('.repeat(500) },
    { name: '500 quotes', text: '"'.repeat(500) },
    { name: 'a quote without end', text: '"outlook cannot open' },
    { name: 'operators', text: 'AND OR NOT NEAR(a b, 5) ^title {a b}: col:x a-b "x" OR OR *' },
    { name: 'fields without values', text: 'product: kind: state: number: product:x"y kind:' },
    { name: 'only punctuation', text: '!@#$%^&*()_+-=[]{};\':",./<>?' },
    { name: 'NUL', text: 'win\0dows \0\0 error' },
    { name: 'lone surrogates', text: '\ud800 error \udc00' },
    { name: 'right to left', text: '\u202e\u05e9\u05d2\u05d9\u05d0\u05d4 windows' },
    { name: 'combining marks', text: `e${'\u0301'.repeat(2000)}` },
    { name: 'ligatures that grow', text: '\ufdfa'.repeat(2000) },
    { name: '1 MB of one letter', text: 'a'.repeat(MEGABYTE) },
    { name: '1 MB of words', text: 'windows error '.repeat(MEGABYTE / 14) },
    { name: '1 MB of blanks', text: ' '.repeat(MEGABYTE) },
    { name: 'one letter', text: 'e' },
    { name: 'one digit', text: '1' },
    { name: 'many numbers', text: Array.from({ length: 40 }, (_, at) => 100_000 + at * 137).join(' ') },
    { name: 'hexadecimal codes', text: '0x80040154 0x80070643 0xc0000005 0x0000000a 0x8004010f 0x80072ee2' },
  ]
}

function differentWords(prose: string): string {
  return [...new Set(prose.match(/[a-z]{4,}/gi))].join(' ').slice(0, TEXT_BYTES)
}
