import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { convertTxt } from '@/lib/legacy-import/txt/convert-txt'

const HEADER = `DOCUMENT:Q100001  05-MAR-2001  [example]\nTITLE   :Title\nPRODUCT :Example\nPROD/VER:\nOPER/SYS:\nKEYWORDS:\n\n${'='.repeat(70)}\n`

function convert(body: string): string {
  return bodyToMarkdown(convertTxt(HEADER + body, 'Q100001.TXT').record.tree)
}

/** Texts that made a step slow down with the square of their length, or that invite one to. */
const LONG: Readonly<Record<string, string>> = {
  'a URL of parentheses': `http://a.b/${')'.repeat(50_000)}`,
  'pieces of code': '      x = 1;\n\n'.repeat(5_000),
  'entries that hang': 'aa  b\n    c\n'.repeat(10_000),
  'names with dots': `      ${'a.b'.repeat(50_000)}!`,
  'headers of tables': '   Name    Size\n   ----    ----\n\n'.repeat(3_000),
  'open frames': '+-----+\n| a\n'.repeat(3_000),
  'nested markers': Array.from({ length: 5_000 }, (_, index) => `${' '.repeat(index % 300)}- Xyz abc`).join('\n'),
  'one line': 'word '.repeat(200_000),
  'brackets and quotes': '<"(['.repeat(20_000),
}

for (const [what, text] of Object.entries(LONG)) {
  test(`${what}: the time does not grow faster than the text`, { timeout: 30_000 }, () => {
    assert.notEqual(convert(text), '')
  })
}

/** What is left when a dump is cut anywhere must still be an article. */
test('a dump that is cut off anywhere converts', () => {
  const dump = `${HEADER}${'-'.repeat(79)}\nThe information in this article applies to:\n\n - Example \n${'-'.repeat(79)}\n\nSUMMARY\n=======\n\n1. a. Text\n\n   b. More\n\n+-----+\n| a b | \n+-----+\n\nNOTE: See:\n\n   Q100002 Title\n\nAdditional query words:\n`
  for (let length = 0; length <= dump.length; length++) {
    assert.equal(convertTxt(dump.slice(0, length), 'Q100001.TXT').record.frontMatter.number, 100001)
  }
})

test('joined text never comes alive as a marker, a heading or a quotation', () => {
  const markdown = convert(
    'These words were wrapped by the formatter after the eightieth column, and it is\n# not a heading, nor is\n',
  )
  assert.doesNotMatch(markdown, /^#/m)
  assert.match(convert('1986. A year.\n'), /^1986\\\. A year\./m)
})
