import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { toString as plainTextOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { planMarks } from '@/lib/kb-index/read/query-marks'
import { markMatches } from '@/lib/markdown/mark-matches'
import { renderArticle } from '@/lib/markdown/render-article'
import { manyFiles, openSampleIndex } from '@/tests/support/sample-index'

const BODY = `## Blue screens

A **blue**
screen, a blue-screen and the stop error 0x0000001E. See [blue screens](http://other.example/).

\`\`\`
screen.exe
\`\`\`
`
// A typing error is repaired to a word that several articles have.
const index = await openSampleIndex(
  { after },
  manyFiles(8, (place) => `number: ${place + 1}\ntitle: Blue screen\n\n${BODY}`),
)

function mark(q: string, body = BODY) {
  const { tree } = renderArticle(body, { resolve: () => undefined })
  const before = JSON.stringify(tree)
  const marked = markMatches(tree, planMarks(index, parseSearchQuery({ q })))
  assert.equal(JSON.stringify(tree), before, 'the tree of the cache stays as it is')
  assert.equal(plainTextOf(marked.tree), plainTextOf(tree))
  const marks: string[] = []
  visit(marked.tree, 'element', (element) => {
    if (element.tagName !== 'mark') return
    marks.push(plainTextOf(element))
    assert.equal(element.properties.id, `match-${marks.length}`)
  })
  assert.equal(marks.length, marked.count)
  return { marks, added: marked.added }
}

test('words are marked in any form, in code and in links, and side by side as one', () => {
  const { marks } = mark('"blue screens"')
  assert.deepEqual(marks, ['Blue screens', 'blue', 'screen', 'blue-screen', 'blue screens', 'screen'])
})

test('a typing error is marked as it was repaired, and not when the search was for the words as typed', () => {
  assert.ok(mark('screeen').marks.length > 0)
  const verbatim = markMatches(
    renderArticle(BODY, { resolve: () => undefined }).tree,
    planMarks(index, parseSearchQuery({ q: 'screeen', verbatim: '1' })),
  )
  assert.equal(verbatim.count, 0)
})

test('an identifier is marked, and words that are not in the text mark nothing', () => {
  assert.deepEqual(mark('0x0000001e').marks, ['0x0000001E'])
  assert.deepEqual(mark('printer'), { marks: [], added: [] })
})

test('a text that is nothing but matches is marked up to a bound, and markup in a query is text', () => {
  assert.equal(mark('blue', 'blue green '.repeat(5000)).marks.length, 500)
  assert.deepEqual(mark('<script>alert(1)</script>').marks, [])
})
