import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArticle } from '@/lib/content/read-article'
import { formatProblem } from '@/lib/kb/articles/errors'
import { showHidden, showHiddenInProse, showHiddenInValue } from '@/lib/kb/articles/visible-text'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'
import { renderArticle } from '@/lib/markdown/render-article'
import { treeToHtml } from '@/tests/support/tree-to-html'

/** What is typed, and what is shown in titles and code. */
const SHOWN: readonly [typed: string, shown: string][] = [
  ['\u202egnp.exe\u202c invoice', '[U+202E]gnp.exe[U+202C] invoice'],
  ['\u2066a\u2067b\u2068c\u2069', '[U+2066]a[U+2067]b[U+2068]c[U+2069]'],
  ['KB\u200b940006', 'KB[U+200B]940006'],
  ['a\u00adb\u2060c\ufeffd', 'a[U+00AD]b[U+2060]c[U+FEFF]d'],
  ['a\u034fb\u115fc\u3164d\uffa0e', 'a[U+034F]b[U+115F]c[U+3164]d[U+FFA0]e'],
  ['\u001b[31mred\u0007\u009b', '[U+001B][31mred[U+0007][U+009B]'],
  ['a\u0000b\u2028c\u2029d', 'a[U+0000]b[U+2028]c[U+2029]d'],
  ['a\u{e0041}\u{e007f}', 'a[U+E0041][U+E007F]'],
  ['a\ufe0fb\u{e0100}', 'a[U+FE0F]b[U+E0100]'],
  ['cut \ud83d', 'cut [U+D83D]'],
  ['a\u200db \u200e', 'a[U+200D]b [U+200E]'],
  ['lines\nand\ttabs', 'lines\nand\ttabs'],
  [
    '👩\u200d👩\u200d👧 1\ufe0f\u20e3 ❤\ufe0f 🏳\ufe0f\u200d🌈',
    '👩\u200d👩\u200d👧 1\ufe0f\u20e3 ❤\ufe0f 🏳\ufe0f\u200d🌈',
  ],
  ['می\u200cخواهم क्\u200dष שלום\u200f!', 'می\u200cخواهم क्\u200dष שלום\u200f!'],
  ['葛\u{e0100}飾 Größe é e\u0301 ﷺ', '葛\u{e0100}飾 Größe é e\u0301 ﷺ'],
]

test('what has no shape is shown, and what a script or an emoji needs stays', () => {
  for (const [typed, shown] of SHOWN) assert.equal(showHidden(typed), shown, JSON.stringify(typed))
  assert.equal(showHiddenInProse('Silben\u00adtrennung\u200b \u202ex'), 'Silben\u00adtrennung\u200b [U+202E]x')
  assert.deepEqual(showHiddenInValue({ 'a\u202e': ['\u200b', { b: 1, c: undefined }] }), {
    'a[U+202E]': ['[U+200B]', { b: 1, c: undefined }],
  })
})

test('it is shown in every field of an article, however it is written', () => {
  const yaml = ['number: 1', 'title: "\\u202egnp.exe"', 'line: L\u200bL', 'products: ["\\e[2J", P]']
  const { frontMatter } = parseArticle(`---\n${yaml.join('\n')}\n---\n`, 'a.md')
  assert.deepEqual([frontMatter.title, frontMatter.line], ['[U+202E]gnp.exe', 'L[U+200B]L'])
  assert.deepEqual(frontMatter.products, ['[U+001B][2J', 'P'])
})

test('it is shown in headings, code and prose, and in what the index keeps of them', () => {
  const body =
    '## He\u200bad\n\nPro\u00adse \u202e `co\u00adde` [x](/kb/930463 "ti\u202etle")\n\n```\na\u2066b\n```\n\n| c\u202ed |\n| - |\n'
  const { tree, headings } = renderArticle(body, { resolve: () => undefined })
  const html = treeToHtml(tree)
  assert.equal(headings[0]?.text, 'He[U+200B]ad')
  for (const shown of ['Pro\u00adse [U+202E]', 'co[U+00AD]de', 'a[U+2066]b', 'c[U+202E]d'])
    assert.ok(html.includes(shown), shown)
  assert.doesNotMatch(html, /[\u200b\u202e\u2066]/)
  const facts = extractArticleFacts(body, undefined)
  assert.doesNotMatch(JSON.stringify(facts), /[\u200b\u202e\u2066]/)
  assert.match(facts.plainText, /He\[U\+200B\]ad\nPro\u00adse \[U\+202E\]/)
})

test('a problem is one line that no terminal obeys', () => {
  const problem = { file: 'a\u001b[2J\n.md', line: 3, message: 'Line "\u001b]0;x\u0007". Fix\nit.' }
  assert.equal(formatProblem(problem), 'a[U+001B][2J .md:3  Line "[U+001B]]0;x[U+0007]". Fix it.')
})
