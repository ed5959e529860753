import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveHref } from '@/lib/legacy-import/html/links'
import { convertHtml } from '@/lib/legacy-import/html/to-record'
import { recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'

const bodyOf = (html: string) =>
  recordToMarkdown({ frontMatter: {}, tree: convertHtml(html, 'kb940006.html').record.tree })
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .trim()

test('addresses of articles lead into the collection, other addresses out of it, programs nowhere', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['http://support.microsoft.com/kb/937052/EN-US/', '/kb/937052'],
    ['/default.aspx?scid=kb;en-us;824684', '/kb/824684'],
    ['/kb/824684/LN/', '/kb/824684'],
    ['https://example.com/a?b', 'https://example.com/a?b'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['javascript:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['#top', undefined],
    ['page.htm', undefined],
    ['http://[', undefined],
  ]
  for (const [href, expected] of cases) assert.equal(resolveHref(href), expected, href)
})

test('tables are lists, layout or tables, by what stands in them', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  assert.equal(bodyOf(`<table>${row('•', 'one')}${row('•', 'two')}</table>`), '- one\n- two')
  assert.equal(bodyOf(`<table>${row('2.', 'two')}${row('3.', 'three')}</table>`), '2. two\n3. three')
  assert.equal(bodyOf(`<table>${row('<img src=bullet.gif>', 'one')}</table>`), '- one')
  assert.equal(bodyOf(`<table>${row('one')}${row('two')}</table>`), 'one\n\ntwo')
  assert.equal(bodyOf(`<table>${row('a', 'b')}${row('1', '2|3')}</table>`), '| a | b |\n| - | - |\n| 1 | 2\\|3 |')
  assert.equal(bodyOf(`<table>${row('menu', '<ul><li>one</li></ul>')}</table>`), 'menu\n\n- one')
})

test('headings begin at level two, skip no level, and may be told by class', () => {
  assert.equal(
    bodyOf(
      '<h1>Title</h1><h2>Cause</h2><h5>Deep</h5><h4>Less deep</h4><div class="sbody-h3">By class</div><h2>Status</h2>',
    ),
    '## Cause\n\n### Deep\n\n### Less deep\n\n### By class\n\n## Status',
  )
})

test('blanks, breaks and emphasis are those that a browser shows', () => {
  assert.equal(bodyOf('<p>a<b> bold </b>b<br>\n  next&nbsp;line<br></p>'), 'a **bold** b\\\nnext line')
  assert.equal(bodyOf('one<br><br>two'), 'one\n\ntwo')
  assert.equal(bodyOf('<p><code> net  start </code> and <kbd>x</kbd></p>'), '`net start` and `x`')
  assert.equal(bodyOf('<pre>a  b\n\tc</pre>'), '```\na  b\n\tc\n```')
})
