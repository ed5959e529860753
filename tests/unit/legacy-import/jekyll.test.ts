import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutJekyllCode } from '@/lib/legacy-import/jekyll/code'
import { isJekyllCodeLine, jekyllLanguage } from '@/lib/legacy-import/jekyll/code-line'
import { parseJekyllFrame } from '@/lib/legacy-import/jekyll/frame'
import { isSoftJekyllEnd, rewrapLines } from '@/lib/legacy-import/jekyll/lines'
import { jekyllSourceWords } from '@/lib/legacy-import/jekyll/source-words'
import { convertJekyll } from '@/lib/legacy-import/jekyll/to-record'
import { recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { toTextLines } from '@/lib/legacy-import/shared/text-line'
import { measureWordRecall } from '@/lib/legacy-import/shared/word-recall'
import { valuesOf } from '@/tests/support/values-of'

const article = (body: string, collection = 'mspl13_basic') =>
  `---\nlayout: page\ntitle: "Q10151: A "quoted" title"\npermalink: /kb/010/Q10151/\n---\n\n## Q10151: A "quoted" title\n\n{% raw %}\n\n\tArticle: Q10151\n\tProduct(s): See article\n\tVersion(s): 4.50   | 6.00\n\tOperating System(s): MS-DOS | 5.10\n\tKeyword(s): ENDUSER | | ${collection}\n\tLast Modified: 5-JAN-1990\n\t\n${body
    .split('\n')
    .map((line) => `\t${line}`)
    .join('\n')}\n\n{% endraw %}\n`

test('the header of an article is read, quotes in the title included', () => {
  const { number, title, fields, body } = parseJekyllFrame(article('\tTABs of the text stay.'))
  assert.deepEqual([number, title, body.trim()], [10151, 'A "quoted" title', 'TABs of the text stay.'])
  assert.equal(body.includes('\tTABs'), true)
  assert.equal(fields.get('Last Modified'), '5-JAN-1990')
  const { frontMatter } = convertJekyll(article('Text.'), 'kb/010/Q10151/README.md').record
  assert.deepEqual(frontMatter.platforms, ['MS-DOS'])
  assert.equal(frontMatter.version, '4.50 | 6.00 | 5.10')
  assert.equal(frontMatter.reviewed, '1990-01-05')
  assert.deepEqual(frontMatter.keywords, ['ENDUSER', 'mspl13_basic'])
})

test('a folder of another number is a problem', () => {
  const { problems } = convertJekyll(article('Text.'), 'kb/010/Q10152/README.md')
  assert.deepEqual(valuesOf(problems, 'kind'), ['number-mismatch'])
})

test('the wrap law of this generation is 70 columns', () => {
  const line = 'a'.repeat(60)
  assert.equal(isSoftJekyllEnd(line, `${'b'.repeat(10)} c`), true)
  assert.equal(isSoftJekyllEnd(line, `${'b'.repeat(9)} c`), false)
  const texts = rewrapLines(toTextLines(`${'word '.repeat(13)}wordy\nnext sentence here.\n\nshort\nlines`)).map(
    ({ text }) => text,
  )
  assert.deepEqual(texts, [`${'word '.repeat(13)}wordy next`, 'sentence here.', '', 'short', 'lines'])
})

test('code at the margin is told from text, comments and statements from sentences', () => {
  for (const line of [
    "' A comment that reads like text:",
    'PRINT "Hello the world" \' Show it to the user.',
    'DIM a AS LONG',
    '10 GOTO 20',
    'x# = 50.0001',
    '{',
    'mov ax, 1',
  ])
    assert.equal(isJekyllCodeLine(line), true, line)
  for (const line of [
    'CLOSE the file before you open it for the next time.',
    'The clock stops.',
    'If you open a file, close it.',
    'IF the file is open it must be closed',
  ])
    assert.equal(isJekyllCodeLine(line), false, line)
  const segments = cutJekyllCode(
    toTextLines(
      'The following is a code example:\n\nCLS\nPRINT x\n\nEND\n\nThis is the end of the example, as you see.',
    ),
  )
  assert.deepEqual(
    segments.map(({ type, lines }) => [type, lines.length]),
    [
      ['text', 1],
      ['code', 4],
      ['text', 1],
    ],
  )
})

test('the language follows the collection', () => {
  assert.equal(jekyllLanguage(['SELECT CASE x', 'CASE 1', 'END SELECT'], 'mspl13_basic'), 'vb')
  assert.equal(jekyllLanguage(['LINK MAIN+SUB;', 'MASM SUB;'], 'mspl13_c'), 'bat')
})

test('every word of an article is found again, list markers and labels aside', () => {
  const text = article(
    'Question:\n\nWhy does {{it}} stop?\n\n1. One <thing>.\n\n   Note: This is so.\n\n    a  b   c\n    -  -   -\n    1  2   3\n\nAdditional reference words: two more',
  )
  const markdown = recordToMarkdown(convertJekyll(text, 'kb/010/Q10151/README.md').record)
  assert.deepEqual(measureWordRecall(jekyllSourceWords(text), markdown).lost, [])
  assert.match(markdown, /^## Question$/m)
  assert.match(markdown, /> \[!NOTE\]\n {3}> This is so\./)
})
