import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limitHtmlDepth } from '@/lib/legacy-import/html/depth'
import { convertHtml } from '@/lib/legacy-import/html/to-record'
import { recordToMarkdown } from '@/lib/legacy-import/shared/record-to-markdown'
import { valuesOf } from '@/tests/support/values-of'

test('a hundred thousand nested elements are read, their text is kept, and the cut is reported', () => {
  const html = `<body>${'<div><span>'.repeat(100_000)}deep words${'</span></div>'.repeat(100_000)}<p>after</p></body>`
  const { record, problems } = convertHtml(html, 'kb940006.html')
  assert.match(recordToMarkdown(record), /deep words\n\nafter\n$/)
  assert.deepEqual(valuesOf(problems, 'kind'), ['no-title', 'html-too-deep'])
  assert.equal(limitHtmlDepth('<p>'.repeat(1000)).line, undefined)
})

test('unclosed and crossing tags do not overflow the stack either', () => {
  for (const tag of ['b', 'font color=x', 'a href=x', 'table', 'ul', 'p', 'li', 'x-y'])
    assert.match(recordToMarkdown(convertHtml(`${`<${tag}>`.repeat(20_000)}words`, 'kb940006.html').record), /words/)
})
