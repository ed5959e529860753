import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ElementContent, Root, RootContent } from 'hast'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'
import { renderArticle } from '@/lib/markdown/render-article'
import { holdsFor } from '@/tests/support/holds'
import { piecesOf } from '@/tests/support/pieces'
import { treeToHtml } from '@/tests/support/tree-to-html'

const OPTIONS = { resolve: () => undefined }
/** Large enough that a cost of the square would take minutes. */
const SIZE = 10_000

const ELEMENTS = new Set(
  'section h2 h3 h4 h5 h6 p ul ol li blockquote aside hr br a em strong del code pre span sup input table thead tbody tr th td figure dl dt dd details summary u ins sub kbd samp var abbr cite dfn q small mark'.split(
    ' ',
  ),
)
/** Every attribute that may reach the page, and what its value may be. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|ftp:|#|\?|\/|[^:]*$|[^:]*[/?#])/i,
  id: /^(?:[\p{L}\p{M}\p{N}\p{Pc}.:-]+|user-content-fn(?:ref)?-.+|footnote-label)$/su,
  title: /^/,
  rel: /^noopener,noreferrer,nofollow$/,
  dataKb: /^[1-9]\d{0,6}$/,
  dataState: /^missing$/,
  dataExternal: /^$/,
  dataFootnoteRef: /^(?:true)?$/,
  dataFootnoteBackref: /^(?:true)?$/,
  dataFootnotes: /^(?:true)?$/,
  ariaLabel: /^Back to reference [\d-]+$/,
  ariaDescribedBy: /^footnote-label$/,
  dataAlert: /^(?:note|tip|important|warning|caution)$/,
  className: /^(?:language-[\w+-]{1,20}|contains-task-list|task-list-item)?$/,
  dataEventType: /^[a-z]+(?:-[a-z]+)?$/,
  dataEvent: /^$/,
  checked: /^(?:true|false)$/,
  disabled: /^true$/,
  type: /^checkbox$/,
  start: /^\d+$/,
  dataPart: /^(?:number|title|picture)$/,
  dataList: /^references$/,
  align: /^(?:left|center|right)$/,
  open: /^true$/,
  colSpan: /^[1-9]\d?$/,
  rowSpan: /^[1-9]\d?$/,
}

const PIECES = [
  ...piecesOf(
    `\n¦\n\n¦\n¦ ¦  \n¦\t¦    ¦a¦b c¦1¦.¦:¦"¦'¦=¦/¦\\¦&¦;¦%¦\u0000¦# ¦## ¦### ¦> ¦- ¦1. ¦[ ] ¦* ¦---¦===¦\`\`\``,
  ),
  ...piecesOf(
    `\`\`\`event\n¦~~~¦\`¦*¦**¦_¦~~¦|¦| a | b |\n| - | :-: |\n¦[¦]¦(¦)¦![¦](¦[^¦[^1]¦[^1]: ¦[!NOTE]\n¦<¦>¦</¦<!--`,
  ),
  ...piecesOf(`-->¦<script>¦</script>¦<img src=x onerror=alert(1)>¦<a href="javascript:x" id=x name=y>¦<svg onload=x>`),
  ...piecesOf(
    `<style>¦javascript:alert(1)¦data:text/html,x¦vbscript:x¦JAVASCRIPT:¦java\nscript:¦&#106;avascript:¦&lt;`,
  ),
  ...piecesOf(`&quot;¦&#x0;¦http://a.b/¦www.a.b¦x@a.b¦http://support.microsoft.com/kb/930463¦/kb/930463¦/kb/¦KB930463`),
  ...piecesOf(
    `Q156091¦930463¦Type: Error\n¦Event ID: 1\n¦Data:\n¦Description: ¦onclick¦__proto__¦constructor¦{{¦\${¦\u202e`,
  ),
  ...piecesOf(
    `<table>¦</table>¦<tr>¦<td colspan=99 rowspan=65534>¦</td>¦<ul>¦<ol start=9>¦<li>¦</ul>¦<details open>¦<summary>`,
  ),
  ...piecesOf(
    `</summary>¦</details>¦<p id="main">¦</p>¦<b>¦</b>¦<a name="x" href="/kb/1">¦</a>¦<kbd title=x>¦</kbd>¦<pre>¦</pre>`,
  ),
  ...piecesOf(`<br>¦<h1 id=y>¦</h1>¦<dl><dt>¦</dl>¦<div style="x">¦</div>¦<code>¦</code>¦ {#here}\n¦ {#main}\n`),
  ...piecesOf(
    `😀¦\ud800¦[a <http://b.example> c](http://y.example)¦[see **KB930463**][r]¦\n\n[r]: http://r.example\n\n`,
  ),
]

test('nothing but known elements and attributes reaches the page, whatever the text', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40, size: 'max' }).map((chosen) => chosen.join(''))
  const check = (body: string) => {
    const { tree, headings } = renderArticle(body, OPTIONS)
    assertClean(tree, body)
    assertUniqueIds(tree, body)
    for (const { id } of headings) assert.match(id, /^(?!_|(?:main|top|sources)$)[\p{L}\p{M}\p{N}\p{Pc}.:-]+$/u)
    if (body.length % 10 === 0) assertNoMarkup(treeToHtml(tree), body)
    for (const { target, line } of extractArticleFacts(body, undefined).links) {
      assert.ok(target > 0 && line >= 1 && line <= body.split(/\r\n?|\n/).length, body)
    }
  }
  holdsFor(texts, check, 600)
})

const TRIGGERS = [
  ...piecesOf(
    `[¦(¦*¦_¦\`¦~¦<¦!¦&¦#¦|¦\\¦^¦$¦"¦{¦ ¦\t¦\n¦\r¦\u0000¦0¦[^¦![¦[](¦[[¦{{¦**a ¦*a_b ¦~~a ¦\`a¦\`\`\` ¦<a ¦<!--`,
  ),
  ...piecesOf(`<b>¦&amp;¦www.¦http://¦a@b.¦|a¦|\n¦> a\n¦# a\n¦- a\n¦- [ ] a\n¦a  \n¦a\\\n¦[^1] ¦[^1]: a\n\n`),
  ...piecesOf(`[a]: /kb/930463\n¦KB930463¦KB930463 ¦Q156091, ¦*KB930463* ¦[a](/kb/930463) ¦[930463](/kb/930463) t\\\n`),
  ...piecesOf(
    `- [930463](/kb/930463) t\n¦\`\`\`event\nType: x\n\`\`\`\n¦![a](b) ¦<http://a.b> ¦<!-- a -->¦[x](/a//////)`,
  ),
]

for (const trigger of TRIGGERS) {
  test(`${SIZE} characters of ${JSON.stringify(trigger)} are read`, { timeout: 60_000 }, () => {
    const body = trigger.repeat(Math.ceil(SIZE / trigger.length))
    assertClean(renderArticle(body, OPTIONS).tree, trigger)
    extractArticleFacts(body, undefined)
  })
}

test('a line with thousands of links keeps the words around each', () => {
  const body = Array.from({ length: 5000 }, (_, place) => `Word${place} KB${100_000 + place}`).join(' ')
  const { links } = extractArticleFacts(body, undefined)
  assert.equal(links.length, 5000)
  assert.ok(links[4000]?.context.includes('Word4000 KB104000'))
})

test('a wide table with short rows stays as small as its text', () => {
  const body = `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'| b |\n'.repeat(5000)}`
  const { tree } = renderArticle(body, OPTIONS)
  assert.ok(JSON.stringify(tree).length < 10_000_000)
})

const REFUSED: readonly [title: string, body: string, message: RegExp][] = [
  ['10,000 quotations in each other', '>'.repeat(10_000), /nests/],
  ['10,000 quotations, with blanks', `a\n\n${'> '.repeat(10_000)}b`, /nests/],
  ['5,000 lists in each other', '1. '.repeat(5000), /nests/],
  ['lists and quotations in each other', '> - 1. * + '.repeat(1000), /nests/],
  ['100,000 brackets that nothing opens', ']'.repeat(100_000), /marks/],
  ['100,000 brackets that look like links', ']('.repeat(100_000), /marks/],
  ['100,000 brackets that close nothing but each other', '['.repeat(50_000) + ']'.repeat(50_000), /marks/],
  ['50,000 underlined headings', 'a\n=\n'.repeat(50_000), /lines/],
  ['50,000 tables', '| a |\n| - |\n\n'.repeat(50_000), /marks/],
]

for (const [title, body, message] of REFUSED) {
  test(`refused at once, by a RangeError: ${title}`, () => {
    for (const run of [() => renderArticle(body, OPTIONS), () => extractArticleFacts(body, undefined)]) {
      assert.throws(run, (error) => error instanceof RangeError && message.test(error.message))
    }
  })
}

test('emphasis in emphasis becomes text before it exhausts the stack of the page', () => {
  const { tree } = renderArticle(`${'*a **a '.repeat(400)}${'b** b*'.repeat(400)}`, OPTIONS)
  const depthOf = (node: Root | RootContent | ElementContent): number =>
    'children' in node ? 1 + Math.max(0, ...node.children.map(depthOf)) : 1
  assert.ok(depthOf(tree) > 200 && depthOf(tree) < 300)
  assert.ok(treeToHtml(tree).includes('a a a a'))
})

test('what real articles have is far from the limits', () => {
  const rows = '| value | value |\n'.repeat(3000)
  const body = [
    '> '.repeat(20),
    '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -',
    `| a | b |\n| - | - |\n${rows}`,
    `\`\`\`\n${'x[0] = y[1]\n'.repeat(3000)}\`\`\``,
    '- [930463](/kb/930463) A title\n'.repeat(2000),
  ].join('\n\n')
  assert.ok(renderArticle(body, OPTIONS).tree.children.length > 0)
})

function assertClean(tree: Root, body: string): void {
  const waiting: (RootContent | ElementContent)[] = [...tree.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') continue
    assert.ok(node.type === 'element', `${node.type} in ${JSON.stringify(body)}`)
    assert.ok(ELEMENTS.has(node.tagName), `<${node.tagName}> in ${JSON.stringify(body)}`)
    for (const [name, value] of Object.entries(node.properties)) {
      if (value === undefined || value === null) continue
      const allowed = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined
      assert.ok(allowed?.test(String(value)), `${name}="${String(value)}" in ${JSON.stringify(body)}`)
    }
    assert.ok(node.tagName !== 'a' || !hasLink(node.children), `a link in a link in ${JSON.stringify(body)}`)
    for (const child of node.children) waiting.push(child)
  }
}

function hasLink(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => node.type === 'element' && (node.tagName === 'a' || hasLink(node.children)))
}

function assertUniqueIds(tree: Root, body: string): void {
  const ids = [...JSON.stringify(tree).matchAll(/"id":"([^"]*)"/g)].map((match) => match[1])
  assert.equal(new Set(ids).size, ids.length, body)
}

/** React has escaped everything that the text brought along. */
function assertNoMarkup(html: string, body: string): void {
  const tags = html.match(/<\/?[a-z][^\s/>]*/gi) ?? []
  for (const tag of tags) assert.ok(ELEMENTS.has(tag.replace(/^<\/?/, '')), `${tag} in ${JSON.stringify(body)}`)
}
