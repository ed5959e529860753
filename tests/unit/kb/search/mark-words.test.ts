import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markWords } from '@/lib/kb/search/mark-words'

/** Titles with what is marked in brackets. */
const TITLES: readonly [string, string][] = [
  ['rollup 4', 'Update [Rollup] [4] for Mail Server 2004'],
  ['ro', 'Update [Ro]llup'],
  ['arbor', 'H[arbor] Mail'],
  ['mail', '[Mail] and e-[mail]'],
  ['"move a mailbox" how', '[How] to [move a mailbox]'],
  ['-express outlook', '[Outlook] Express'],
  ['zzz', 'Update Rollup'],
  ['', 'Update Rollup'],
  ['.*(', 'Every .*( character'],
  ['c++ [x] \\d /a/', '[C++] and [[x]] and [\\d] and [/a/]'],
  ['größe', 'Die [Größe] der Datei'],
]

for (const [typed, marked] of TITLES) {
  test(`${JSON.stringify(typed)} is marked in ${JSON.stringify(marked)}`, () => {
    const title = markWords(titleOf(marked), typed)
    assert.equal(title.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join(''), marked)
  })
}

function titleOf(marked: string): string {
  return marked.replaceAll(/\[(\[x\]|[^[\]]*)\]/g, '$1')
}

test('what is marked adds up to the title, whatever is typed', () => {
  const title = 'How to move a mailbox (2007) [KB940006] \\ $1'
  for (const typed of ['(', '[', '\\', '$1', 'a'.repeat(256), 'o o o', '(?<=a)', '\u0000', '\ud800x', 'İ', 'ß']) {
    assert.equal(
      markWords(title, typed)
        .map(({ text }) => text)
        .join(''),
      title,
      typed,
    )
  }
})
